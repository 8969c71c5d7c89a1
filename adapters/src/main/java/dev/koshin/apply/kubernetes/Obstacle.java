package dev.koshin.apply.kubernetes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Why a rollout does not come to its end. */
record Obstacle(Workloads workloads, Deployment deployment, List<Pod> pods) {
    private static final int FEW = 3;
    private static final int LONGEST = 160;

    /** Events that Kubernetes itself words; those about probes repeat what a program answered. */
    private static final Set<String> OF_KUBERNETES =
            Set.of("Failed", "FailedScheduling", "FailedMount", "FailedCreate", "BackOff", "FailedCreatePodSandBox");

    String text() {
        String reason = deployment.isPaused() ? "is paused" : "is not rolled out in time";
        return Stream.concat(Stream.of(reason), details()).collect(Collectors.joining("; "));
    }

    private Stream<String> details() {
        List<Pod> open = pods.stream()
                .filter(pod -> !pod.isTerminating() && !pod.isReady())
                .toList();
        Stream<String> waiting = open.stream().limit(FEW).map(pod -> "pod " + pod.name() + ": " + pod.waiting());
        Stream<String> leaving = pods.stream()
                .filter(Pod::isTerminating)
                .limit(FEW)
                .map(pod -> "pod " + pod.name() + " still terminates");
        Optional<String> event = open.stream()
                .findFirst()
                .flatMap(pod -> workloads.lastEvent(pod.name()))
                .map(Obstacle::event);
        return Stream.of(deployment.failure().stream(), waiting, leaving, event.stream())
                .flatMap(parts -> parts);
    }

    private static String event(JsonNode event) {
        String reason = event.path("reason").asString("");
        String message = event.path("message").asString("").replaceAll("\\s+", " ");
        String shown = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
        return "last event " + (OF_KUBERNETES.contains(reason) ? reason + ": " + shown : reason);
    }
}
