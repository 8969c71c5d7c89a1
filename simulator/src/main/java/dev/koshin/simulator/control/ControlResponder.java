package dev.koshin.simulator.control;

import dev.koshin.simulator.http.Field;
import dev.koshin.simulator.http.Reply;
import dev.koshin.simulator.http.Request;
import dev.koshin.simulator.http.Responder;
import dev.koshin.simulator.seed.SeedFiles;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * {@link SimulatorControl} over HTTP, under {@code /control/}.
 *
 * <p>Asks for no password: whoever reaches the port may do everything. That is why the simulator listens on a loopback
 * address only.
 */
public final class ControlResponder implements Responder {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final SimulatorControl control;

    /** Offers these controls. */
    public ControlResponder(SimulatorControl control) {
        this.control = control;
    }

    @Override
    public Reply respond(Request request) {
        try {
            return route(request);
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            return json(400, ControlJson.object().put("error", String.valueOf(e.getMessage())));
        }
    }

    private Reply route(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /control/faults" -> list(control.faults(), FaultJson::write);
            case "POST /control/faults" -> addFaults(MAPPER.readTree(request.body()));
            case "DELETE /control/faults" -> done(control::clearFaults);
            case "GET /control/requests" -> list(control.requestsSince(since(request.query())), ControlJson::request);
            case "DELETE /control/requests" -> done(control::clearRequests);
            case "GET /control/counters" -> json(200, ControlJson.counters(control.counters()));
            case "GET /control/tokens" -> list(control.tokens(), ControlJson::token);
            case "GET /control/clock" -> clock();
            case "PUT /control/clock" -> setClock(MAPPER.readTree(request.body()));
            case "PATCH /control/settings" -> done(() -> control.change(SeedFiles.parseSettings(request.body())));
            case "GET /control/state" -> reply(200, SeedFiles.write(control.state()));
            case "PUT /control/state" -> done(() -> control.load(SeedFiles.parse(request.body())));
            default -> json(404, ControlJson.object().put("error", "no such control"));
        };
    }

    /** One fault, or a list of them, which is taken completely or not at all. */
    private Reply addFaults(JsonNode body) {
        List<JsonNode> nodes = body.isArray() ? body.valueStream().toList() : List.of(body);
        nodes.stream().map(FaultJson::read).toList().forEach(control::addFault);
        return list(201, control.faults(), FaultJson::write);
    }

    private Reply setClock(JsonNode body) {
        if (body.has("now") == body.has("advance")) {
            throw new IllegalArgumentException("give either \"now\" or \"advance\"");
        }
        if (body.has("now")) {
            control.setClock(Instant.parse(body.path("now").asString()));
        } else {
            control.advanceClock(Duration.parse(body.path("advance").asString()));
        }
        return clock();
    }

    private Reply clock() {
        return json(200, ControlJson.object().put("now", control.now().toString()));
    }

    private static long since(String query) {
        return query.startsWith("since=") ? Long.parseLong(query.substring("since=".length())) : 0;
    }

    private static Reply done(Runnable action) {
        action.run();
        return Reply.whole(204, List.of(), "");
    }

    private static <T> Reply list(List<T> elements, Function<T, ? extends JsonNode> show) {
        return list(200, elements, show);
    }

    private static <T> Reply list(int status, List<T> elements, Function<T, ? extends JsonNode> show) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(elements.size());
        elements.forEach(element -> array.add(show.apply(element)));
        return json(status, array);
    }

    private static Reply json(int status, JsonNode body) {
        return reply(status, MAPPER.writeValueAsString(body));
    }

    private static Reply reply(int status, String json) {
        return Reply.whole(status, List.of(new Field("Content-Type", "application/json")), json);
    }
}
