package dev.koshin.simulator.recordings;

import dev.koshin.simulator.recordings.Exchange.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Guesses which token was sent with a recorded request, since the recordings do not tell.
 *
 * <ul>
 *   <li>Who asked for {@code self} is named by the answer.
 *   <li>A 401 that speaks of a revoked token was the answer to the one that was revoked last; any other 401 to a wrong
 *       one.
 *   <li>All else was asked by the first administrator who introduced himself with {@code self} before; if none did, by
 *       whoever else did; if nobody did, by the instance's most powerful token.
 * </ul>
 */
final class Callers {
    static final String SELF = "/personal_access_tokens/self";
    private static final String WRONG = "glpat-wrong";

    private final Map<Long, String> values = new HashMap<>();
    private final List<Long> introduced = new ArrayList<>();
    private final Set<Long> administrators;
    private final long usual;
    private long made;
    private long retired;

    Callers(Installation installation) {
        administrators = installation.ofAdministrators();
        usual = installation.widest();
    }

    String tokenFor(Exchange exchange) {
        Answer answer = exchange.answer();
        if (answer.status() == 401) {
            return answer.json().has("error") ? value(retired) : WRONG;
        }
        if (exchange.path().equals(SELF)) {
            return value(
                    exchange.method().equals("GET") ? answer.json().path("id").asLong() : made);
        }
        return value(caller());
    }

    /** @param simulated the answer to the same request */
    void learn(Exchange exchange, Answer simulated) {
        if (!exchange.answer().success()) {
            return;
        }
        JsonNode recorded = exchange.answer().json();
        if (exchange.is("GET", SELF)) {
            introduced.add(recorded.path("id").asLong());
        }
        if (exchange.path().endsWith("/rotate")) {
            retired = Ids.last(exchange.path());
        }
        if (exchange.method().equals("DELETE") && exchange.path().contains("access_tokens")) {
            retired = exchange.path().equals(SELF) ? made : Ids.last(exchange.path());
        }
        if (exchange.method().equals("POST") && exchange.path().contains("access_tokens")) {
            made = recorded.path("id").asLong();
            values.put(made, simulated.json().path("token").asString(WRONG));
        }
    }

    private long caller() {
        return introduced.stream()
                .filter(administrators::contains)
                .findFirst()
                .or(() -> introduced.stream().findFirst())
                .orElse(usual);
    }

    private String value(long id) {
        return values.getOrDefault(id, Installation.value(id));
    }
}
