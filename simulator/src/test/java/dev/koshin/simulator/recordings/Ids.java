package dev.koshin.simulator.recordings;

import dev.koshin.simulator.recordings.Exchange.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids that the simulator gave to what a recorded request made; what the seed made has the recorded ids. */
final class Ids {
    private static final Pattern ID = Pattern.compile("/(\\w+)/(\\d+)(?=/|$)");
    private static final Pattern COLLECTION = Pattern.compile(".*/(\\w+?)(/\\d+/rotate)?");

    private final Map<String, Long> simulated = new HashMap<>();

    /** The same target with the simulator's ids. */
    String translate(String target) {
        return ID.matcher(target).replaceAll(this::translated);
    }

    void learn(Exchange exchange, Answer answer) {
        Matcher collection = COLLECTION.matcher(exchange.path());
        if (exchange.method().equals("POST") && collection.matches()) {
            long recorded = exchange.answer().json().path("id").asLong();
            simulated.put(
                    key(collection.group(1), recorded), answer.json().path("id").asLong(recorded));
        }
    }

    /** The last number in a path. */
    static long last(String path) {
        return ID.matcher(path)
                .results()
                .reduce((first, second) -> second)
                .map(found -> Long.parseLong(found.group(2)))
                .orElseThrow();
    }

    private String translated(MatchResult found) {
        long recorded = Long.parseLong(found.group(2));
        return "/" + found.group(1) + "/" + simulated.getOrDefault(key(found.group(1), recorded), recorded);
    }

    /** Access tokens of all kinds are counted together. */
    private static String key(String collection, long id) {
        return (collection.endsWith("access_tokens") ? "access_tokens" : collection) + " " + id;
    }
}
