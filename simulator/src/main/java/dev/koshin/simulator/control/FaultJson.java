package dev.koshin.simulator.control;

import dev.koshin.simulator.fault.Effect;
import dev.koshin.simulator.fault.Fault;
import dev.koshin.simulator.fault.FaultPlan;
import dev.koshin.simulator.fault.When;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Faults as JSON. */
final class FaultJson {
    private static final Set<String> KEYS = Set.of(
            "method",
            "path",
            "nth",
            "times",
            "when",
            "effect",
            "status",
            "body",
            "headers",
            "milliseconds",
            "retryAfter");

    private FaultJson() {}

    /**
     * Reads one fault.
     *
     * @throws IllegalArgumentException when it is none; the message says why
     */
    static Fault read(JsonNode node) {
        node.propertyNames().stream()
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException("unknown key \"" + key + "\" in a fault");
                });
        When when = When.valueOf(node.path("when").asString("before").toUpperCase(Locale.ROOT));
        return new Fault(
                text(node, "method"),
                Pattern.compile(node.path("path").asString("")),
                node.path("nth").asInt(1),
                node.path("times").asInt(1),
                when,
                effect(node));
    }

    static ObjectNode write(FaultPlan.Planned planned) {
        Fault fault = planned.fault();
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("number", planned.number());
        fault.method().ifPresent(method -> node.put("method", method));
        node.put("path", fault.path().pattern());
        node.put("nth", fault.nth())
                .put("times", fault.times())
                .put("when", fault.when().word());
        node.put("effect", fault.effect().word());
        details(fault.effect(), node);
        return node.put("seen", planned.seen()).put("struck", planned.struck());
    }

    private static Effect effect(JsonNode node) {
        String word = node.path("effect").asString("");
        return switch (word) {
            case "status" -> new Effect.Status(required(node, "status"), body(node), headers(node.path("headers")));
            case "drop" -> new Effect.Drop();
            case "delay" -> new Effect.Delay(Duration.ofMillis(required(node, "milliseconds")));
            case "garbage" -> new Effect.Garbage();
            case "half" -> new Effect.Half();
            case "reset" -> new Effect.Reset();
            case "slow" -> new Effect.Slow(Duration.ofMillis(required(node, "milliseconds")));
            case "booting" -> new Effect.Booting();
            case "rateLimit" -> new Effect.RateLimit(retryAfter(node));
            default ->
                throw new IllegalArgumentException("unknown effect \"" + word
                        + "\"; there are: status, drop, delay, garbage, half, reset, slow, booting, rateLimit");
        };
    }

    private static void details(Effect effect, ObjectNode node) {
        switch (effect) {
            case Effect.Status(int status, Optional<String> body, Map<String, String> headers) -> {
                node.put("status", status);
                body.ifPresent(text -> node.put("body", text));
                ObjectNode written = node.putObject("headers");
                headers.forEach(written::put);
            }
            case Effect.Delay(Duration by) -> node.put("milliseconds", by.toMillis());
            case Effect.Slow(Duration over) -> node.put("milliseconds", over.toMillis());
            case Effect.RateLimit(Optional<Duration> retryAfter) ->
                retryAfter.ifPresent(after -> node.put("retryAfter", after.toSeconds()));
            case Effect.Drop _, Effect.Garbage _, Effect.Half _, Effect.Reset _, Effect.Booting _ -> {}
        }
    }

    private static int required(JsonNode node, String key) {
        if (!node.path(key).isInt()) {
            throw new IllegalArgumentException(
                    "the effect \"" + node.path("effect").asString("") + "\" needs the number \"" + key + "\"");
        }
        return node.path(key).asInt();
    }

    /** A text as it is; anything else as JSON. */
    private static Optional<String> body(JsonNode node) {
        return node.has("body") && !node.path("body").isString()
                ? Optional.of(node.path("body").toString())
                : text(node, "body");
    }

    private static Map<String, String> headers(JsonNode node) {
        Map<String, String> headers = new HashMap<>();
        node.propertyStream()
                .forEach(entry -> headers.put(entry.getKey(), entry.getValue().asString()));
        return headers;
    }

    private static Optional<Duration> retryAfter(JsonNode node) {
        return node.has("retryAfter")
                ? Optional.of(Duration.ofSeconds(required(node, "retryAfter")))
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.path(key).isString() ? Optional.of(node.path(key).stringValue()) : Optional.empty();
    }
}
