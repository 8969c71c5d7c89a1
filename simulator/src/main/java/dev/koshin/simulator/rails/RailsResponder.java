package dev.koshin.simulator.rails;

import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.http.Field;
import dev.koshin.simulator.http.Reply;
import dev.koshin.simulator.http.Request;
import dev.koshin.simulator.http.Responder;
import dev.koshin.simulator.http.Waits;
import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.state.SimulatedClock;
import dev.koshin.simulator.state.World;
import dev.koshin.simulator.traffic.LoggedRequest;
import dev.koshin.simulator.traffic.RequestLog;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code POST /control/rails} runs a script; {@code PUT /control/rails} says how slow and how talkative it is. What a
 * script did stands in the log of requests, although nobody asked the API for it.
 */
public final class RailsResponder implements Responder {
    /** Where it listens. */
    public static final String PATH = "/control/rails";

    private final Runner runner;
    private final World world;
    private final SimulatedClock clock;
    private final RequestLog log;
    private final AtomicReference<Habits> habits = new AtomicReference<>(Habits.NONE);

    /** Runs scripts of this release on this world. */
    public RailsResponder(Profile profile, World world, SimulatedClock clock, RequestLog log) {
        this.runner = new Runner(profile);
        this.world = world;
        this.clock = clock;
        this.log = log;
    }

    @Override
    public Reply respond(Request request) {
        try {
            return switch (request.method()) {
                case "POST" -> run(Json.MAPPER.readTree(request.body()));
                case "PUT" -> change(Json.MAPPER.readTree(request.body()));
                default -> json(405, Json.error("POST runs a script, PUT changes how"));
            };
        } catch (IllegalArgumentException | JacksonException e) {
            return json(400, Json.error(String.valueOf(e.getMessage())));
        }
    }

    private Reply run(JsonNode body) {
        if (!body.path("script").isString()) {
            throw new IllegalArgumentException("the text \"script\" is needed");
        }
        Map<String, String> environment = new LinkedHashMap<>();
        body.path("env")
                .propertyStream()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asString()));
        Around around = new Around(environment, body.path("stdin").asString(""));
        Habits now = habits.get();
        Waits.pause(now.delay());
        String script = body.path("script").stringValue();
        World.Outcome<Runner.Ended> outcome =
                world.atomically(state -> runner.run(script, around, state, clock.instant()));
        Runner.Ended ended = outcome.value();
        LoggedRequest.Ended logged = new LoggedRequest.Ended(200, outcome.changes(), Optional.empty());
        log.add("gitlab-rails runner", new RequestLog.Entry(clock.instant(), "POST", PATH, Optional.empty(), logged));
        ObjectNode answer = Json.NODES
                .objectNode()
                .put("exitCode", ended.exitCode())
                .put("stdout", now.stdout() + ended.stdout())
                .put("stderr", now.stderr() + ended.stderr());
        return json(200, answer);
    }

    private Reply change(JsonNode body) {
        Duration delay = Duration.ofMillis(body.path("milliseconds").asLong(0));
        habits.set(new Habits(
                delay, body.path("stdout").asString(""), body.path("stderr").asString("")));
        return Reply.whole(204, List.of(), "");
    }

    private static Reply json(int status, JsonNode body) {
        return Reply.whole(status, List.of(new Field("Content-Type", "application/json")), Json.text(body));
    }
}
