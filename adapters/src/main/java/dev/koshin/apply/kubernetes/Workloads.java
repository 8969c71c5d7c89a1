package dev.koshin.apply.kubernetes;

import dev.koshin.kubernetes.Answer;
import dev.koshin.kubernetes.ApiRequest;
import dev.koshin.kubernetes.Cluster;
import dev.koshin.kubernetes.Executed;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The calls about the Deployments of one namespace and what belongs to them. */
final class Workloads {
    private static final int MISSING = 404;

    private final Cluster cluster;
    private final String namespace;

    Workloads(Cluster cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    /** For people. */
    String label(String kind, String name) {
        return cluster.locate(kind + " " + namespace + "/" + name);
    }

    /** Empty if it does not exist. */
    Effect<Optional<Deployment>> deployment(String name) {
        Answer answer = cluster.call(ApiRequest.get(deployments(name)));
        return answer instanceof Answer.Refused(int status, String _, var _) && status == MISSING
                ? new Effect.Done<>(Optional.empty())
                : effect(answer, label("Deployment", name), "get deployments")
                        .map(body -> Optional.of(new Deployment(body)));
    }

    /** Changes nothing but the mark in the pods' template, upon which Kubernetes makes new pods. */
    Effect<Deployment> restart(String name, String mark) {
        ObjectNode patch = JsonMapper.shared().createObjectNode();
        patch.withObject("/spec/template/metadata/annotations").put(Pod.RESTARTED, mark);
        ApiRequest request = ApiRequest.merge(deployments(name) + "?fieldManager=koshin", patch.toString());
        return effect(cluster.call(request), label("Deployment", name), "patch deployments")
                .map(Deployment::new);
    }

    /** Those that are not over. */
    Effect<List<Pod>> pods(String deployment, String selector) {
        String path = "api/v1/namespaces/%s/pods?labelSelector=%s"
                .formatted(ApiRequest.word(namespace), ApiRequest.word(selector));
        return effect(cluster.call(ApiRequest.get(path)), label("Deployment", deployment), "list pods")
                .map(list -> list.path("items").values().stream()
                        .map(Pod::new)
                        .filter(pod -> !pod.isOver())
                        .toList());
    }

    Effect<HeldSecret> secret(String name) {
        String path = "api/v1/namespaces/%s/secrets/%s".formatted(ApiRequest.word(namespace), ApiRequest.word(name));
        return effect(cluster.call(ApiRequest.get(path)), label("Secret", name), "get secrets")
                .map(HeldSecret::new);
    }

    /** The last event about a pod; empty if there is none, or if events may not be read. */
    Optional<JsonNode> lastEvent(String pod) {
        String path = "api/v1/namespaces/%s/events?fieldSelector=%s"
                .formatted(ApiRequest.word(namespace), ApiRequest.word("involvedObject.name=" + pod));
        return cluster.call(ApiRequest.get(path)) instanceof Answer.Done(JsonNode list)
                ? list.path("items").values().stream().max(Comparator.comparing(Workloads::time))
                : Optional.empty();
    }

    private static String time(JsonNode event) {
        return event.path("lastTimestamp").asString(event.path("eventTime").asString(""));
    }

    Executed printenv(String pod, String container, String variable) {
        return cluster.run(namespace, pod, container, List.of("printenv", variable));
    }

    private String deployments(String name) {
        return "apis/apps/v1/namespaces/%s/deployments/%s".formatted(ApiRequest.word(namespace), ApiRequest.word(name));
    }

    private Effect<JsonNode> effect(Answer answer, String what, String right) {
        return switch (answer) {
            case Answer.Done(JsonNode body) -> new Effect.Done<>(body);
            case Answer.Refused refused ->
                refused.certain()
                        ? new Effect.Refused<>(problem(what, right + ": " + refused.why()))
                        : new Effect.Unclear<>(problem(what, right + ": " + refused.why()));
            case Answer.Unsent(String why) -> new Effect.Refused<>(problem(what, cluster.address() + " " + why));
            case Answer.Lost(String why) -> new Effect.Unclear<>(problem(what, cluster.address() + ": " + why));
        };
    }

    /** What did not work, for what, and why. */
    static Problem problem(String what, String why) {
        return Problem.of(Reason.APPLY_FAILED, what, why);
    }
}
