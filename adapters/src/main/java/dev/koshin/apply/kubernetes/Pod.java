package dev.koshin.apply.kubernetes;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A pod at one moment. */
record Pod(JsonNode body) {
    /** As {@code kubectl rollout restart} writes it. */
    static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";

    String name() {
        return body.path("metadata").path("name").asString("");
    }

    boolean isOver() {
        String phase = body.path("status").path("phase").asString("");
        return phase.equals("Succeeded") || phase.equals("Failed");
    }

    boolean isTerminating() {
        return body.path("metadata").has("deletionTimestamp");
    }

    boolean isReady() {
        return conditions("Ready")
                .anyMatch(condition -> condition.path("status").asString("").equals("True"));
    }

    /** Whether it was made by the restart that is marked so. */
    boolean wasMadeBy(String mark) {
        return body.path("metadata")
                .path("annotations")
                .path(RESTARTED)
                .asString("")
                .equals(mark);
    }

    /** When the container that runs now was started, as its node's clock says; empty if it does not run. */
    Optional<Instant> started(String container) {
        return body.path("status").path("containerStatuses").values().stream()
                .filter(status -> status.path("name").asString("").equals(container))
                .map(status ->
                        status.path("state").path("running").path("startedAt").asString(""))
                .flatMap(text -> instant(text).stream())
                .findFirst();
    }

    /** Why it does not run, in one word of Kubernetes. */
    String waiting() {
        return Stream.concat(
                        Stream.of("initContainerStatuses", "containerStatuses")
                                .flatMap(kind -> body.path("status").path(kind).values().stream())
                                .map(status -> status.path("state")
                                        .path("waiting")
                                        .path("reason")
                                        .asString("")),
                        conditions("PodScheduled")
                                .map(condition -> condition.path("reason").asString("")))
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("not ready");
    }

    private Stream<JsonNode> conditions(String type) {
        return body.path("status").path("conditions").values().stream()
                .filter(condition -> condition.path("type").asString("").equals(type));
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
