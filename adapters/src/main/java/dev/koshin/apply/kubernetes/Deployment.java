package dev.koshin.apply.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A Deployment at one moment. */
record Deployment(JsonNode body) {
    private JsonNode spec() {
        return body.path("spec");
    }

    private JsonNode status() {
        return body.path("status");
    }

    long generation() {
        return body.path("metadata").path("generation").asLong(0);
    }

    int replicas() {
        return spec().path("replicas").asInt(1);
    }

    boolean isPaused() {
        return spec().path("paused").asBoolean(false);
    }

    /** Whether all that {@code generation} asks for is there, and nothing older. */
    boolean isRolledOut(long generation) {
        int updated = status().path("updatedReplicas").asInt(0);
        return status().path("observedGeneration").asLong(0) >= Math.max(generation, generation())
                && updated >= replicas()
                && status().path("replicas").asInt(0) <= updated
                && status().path("availableReplicas").asInt(0) >= updated;
    }

    /** Whether Kubernetes itself has given up waiting for progress. */
    boolean isStuck(long generation) {
        return status().path("observedGeneration").asLong(0) >= generation
                && condition("Progressing", "reason")
                        .filter("ProgressDeadlineExceeded"::equals)
                        .isPresent();
    }

    /** Why no pods are made, if they are not. */
    Optional<String> failure() {
        return condition("ReplicaFailure", "reason");
    }

    private Optional<String> condition(String type, String part) {
        return status().path("conditions").values().stream()
                .filter(condition -> condition.path("type").asString("").equals(type))
                .map(condition -> condition.path(part).asString(""))
                .findFirst();
    }

    /** Selects its pods, as a query parameter says it. */
    String selector() {
        List<String> terms = new ArrayList<>();
        spec().path("selector")
                .path("matchLabels")
                .properties()
                .forEach(label ->
                        terms.add(label.getKey() + "=" + label.getValue().asString("")));
        spec().path("selector").path("matchExpressions").values().forEach(one -> terms.add(expression(one)));
        return String.join(",", terms);
    }

    private static String expression(JsonNode one) {
        String key = one.path("key").asString("");
        String values = one.path("values").values().stream()
                .map(value -> value.asString(""))
                .collect(Collectors.joining(",", "(", ")"));
        return switch (one.path("operator").asString("")) {
            case "In" -> key + " in " + values;
            case "NotIn" -> key + " notin " + values;
            case "DoesNotExist" -> "!" + key;
            default -> key;
        };
    }

    /** The containers that take {@code variable} from one of {@code secrets}. */
    List<Source> sources(String variable, List<String> secrets) {
        return spec().path("template").path("spec").path("containers").values().stream()
                .flatMap(container -> source(container, variable, secrets).stream())
                .toList();
    }

    /** What is named in {@code env} beats what is taken over from a whole Secret, of which the last counts. */
    private static Optional<Source> source(JsonNode container, String variable, List<String> secrets) {
        String name = container.path("name").asString("");
        Optional<JsonNode> named = container.path("env").values().stream()
                .filter(one -> one.path("name").asString("").equals(variable))
                .reduce((_, last) -> last);
        if (named.isPresent()) {
            JsonNode reference = named.get().path("valueFrom").path("secretKeyRef");
            return Optional.of(new Source(
                            name,
                            reference.path("name").asString(""),
                            reference.path("key").asString("")))
                    .filter(source -> secrets.contains(source.secret()));
        }
        return container.path("envFrom").values().stream()
                .filter(one ->
                        secrets.contains(one.path("secretRef").path("name").asString("")))
                .filter(one -> variable.startsWith(one.path("prefix").asString("")))
                .map(one -> new Source(
                        name,
                        one.path("secretRef").path("name").asString(""),
                        variable.substring(one.path("prefix").asString("").length())))
                .reduce((_, last) -> last);
    }
}
