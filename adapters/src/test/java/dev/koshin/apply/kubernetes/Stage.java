package dev.koshin.apply.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.kubernetes.ApiServer;
import dev.koshin.kubernetes.Cluster;
import dev.koshin.kubernetes.ClusterOptions;
import dev.koshin.model.Secret;
import dev.koshin.spi.Consumers;
import dev.koshin.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A namespace as Exastro's chart fills it, in which a controller makes new pods when it is told to. */
final class Stage implements AutoCloseable {
    static final Secret OLD = Secret.of("glpat-old_-Aa1.Bb2Cc3D");
    static final Secret FRESH = Secret.of("glpat-fresh_-Zz9.Yy8Xx7W");
    static final String DEPLOYMENT = "namespaces/exastro/deployments/ita-api-admin";
    static final String PODS = "namespaces/exastro/pods/";
    static final String SECRET = "namespaces/exastro/secrets/ita-secret-gitlab";
    static final Instant CHANGED = Instant.parse("2026-03-01T10:00:00Z");

    private final ApiServer server = new ApiServer();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:30Z"));
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final Cluster cluster;

    /** Two pods that were started yesterday with the old value; the Secret holds the new one. */
    Stage(Path folder) {
        cluster = Cluster.of(
                new ClusterOptions(
                        Optional.of(server.kubeconfig(folder)),
                        Optional.empty(),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2)),
                this::pause);
        server.resources().put(SECRET, secret(FRESH));
        server.resources().put(DEPLOYMENT, deployment());
        ready("old-1", OLD, Instant.parse("2026-02-28T10:00:00Z"));
        ready("old-2", OLD, Instant.parse("2026-02-28T10:00:00Z"));
        status(2, 2, 2);
        server.resources().controller(this::replaceSoon);
    }

    ApiServer server() {
        return server;
    }

    SettableClock clock() {
        return clock;
    }

    Consumers consumers() {
        return consumers("ita-api-admin");
    }

    Consumers consumers(String... deployments) {
        RolloutOptions exastro = RolloutOptions.exastro("exastro");
        return KubernetesConsumers.of(
                cluster,
                new RolloutOptions(
                        "exastro", List.of(deployments), exastro.secrets(), exastro.variable(), exastro.limit()),
                this::pause,
                clock);
    }

    /** What the cluster does while somebody waits, one after the other. */
    void later(Runnable act) {
        later.add(act);
    }

    private void pause(Duration time) {
        clock.advance(time);
        Optional.ofNullable(later.poll()).ifPresent(Runnable::run);
    }

    /** New pods first; the old ones end when those are ready. */
    private void replaceSoon(ObjectNode deployment) {
        String mark = deployment
                .at("/spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt")
                .asString();
        later(() -> {
            pod("new-1", mark);
            pod("new-2", mark);
            status(4, 2, 2);
        });
        later(() -> {
            run("new-1", FRESH, clock.instant());
            run("new-2", FRESH, clock.instant());
            terminate("old-1");
            terminate("old-2");
            status(2, 2, 2);
        });
        later(() -> {
            server.resources().delete(PODS + "old-1");
            server.resources().delete(PODS + "old-2");
        });
    }

    void status(int replicas, int updated, int available) {
        server.resources()
                .edit(
                        DEPLOYMENT,
                        deployment -> deployment
                                .withObject("/status")
                                .put(
                                        "observedGeneration",
                                        deployment.at("/metadata/generation").asInt())
                                .put("replicas", replicas)
                                .put("updatedReplicas", updated)
                                .put("availableReplicas", available));
    }

    void condition(String type, String reason) {
        server.resources()
                .edit(
                        DEPLOYMENT,
                        deployment -> deployment
                                .withObject("/status")
                                .putArray("conditions")
                                .addObject()
                                .put("type", type)
                                .put("status", "False")
                                .put("reason", reason));
    }

    private static ObjectNode secret(Secret value) {
        ObjectNode secret = JsonMapper.shared().createObjectNode();
        secret.withObject("/metadata")
                .putArray("managedFields")
                .addObject()
                .put("manager", "koshin/GITLAB_ROOT_TOKEN")
                .put("operation", "Apply")
                .put("time", CHANGED.toString())
                .putObject("fieldsV1")
                .putObject("f:data")
                .putObject("f:GITLAB_ROOT_TOKEN");
        secret.putObject("data")
                .put(
                        "GITLAB_ROOT_TOKEN",
                        value.<String>reveal(text -> Base64.getEncoder().encodeToString(text.getBytes(UTF_8))));
        return secret;
    }

    private static ObjectNode deployment() {
        return (ObjectNode) JsonMapper.shared().readTree("""
                {"metadata":{"generation":7},"spec":{"replicas":2,
                 "selector":{"matchLabels":{"name":"ita-api-admin"},
                   "matchExpressions":[{"key":"tier","operator":"In","values":["a","b"]}]},
                 "template":{"metadata":{},"spec":{"containers":[
                   {"name":"ita-api-admin","envFrom":[{"configMapRef":{"name":"x"}},
                     {"secretRef":{"name":"ita-secret-gitlab"}}]},
                   {"name":"sidecar"}]}}}}""");
    }

    /** A pod whose containers wait. */
    void pod(String name, String mark) {
        ObjectNode pod = JsonMapper.shared().createObjectNode();
        ObjectNode metadata = pod.putObject("metadata").put("name", name);
        metadata.putObject("labels").put("name", "ita-api-admin").put("tier", "b");
        metadata.putObject("annotations").put("kubectl.kubernetes.io/restartedAt", mark);
        waiting(pod, "ContainerCreating");
        server.resources().put(PODS + name, pod);
    }

    void waiting(String name, String reason) {
        server.resources().edit(PODS + name, pod -> waiting(pod, reason));
    }

    private static void waiting(ObjectNode pod, String reason) {
        pod.withObject("/status")
                .put("phase", "Pending")
                .putArray("containerStatuses")
                .addObject()
                .put("name", "ita-api-admin")
                .putObject("state")
                .putObject("waiting")
                .put("reason", reason);
    }

    void run(String name, Secret value, Instant started) {
        server.resources().edit(PODS + name, pod -> {
            ObjectNode status = pod.withObject("/status").put("phase", "Running");
            status.putArray("conditions").addObject().put("type", "Ready").put("status", "True");
            status.putArray("containerStatuses")
                    .addObject()
                    .put("name", "ita-api-admin")
                    .putObject("state")
                    .putObject("running")
                    .put("startedAt", started.toString());
        });
        server.containers().run(name, "ita-api-admin", Map.of("GITLAB_ROOT_TOKEN", value.reveal(text -> text)));
    }

    void ready(String name, Secret value, Instant started) {
        pod(name, "before");
        run(name, value, started);
    }

    void terminate(String name) {
        server.resources().edit(PODS + name, pod -> pod.withObject("/metadata").put("deletionTimestamp", "now"));
    }

    long restarts() {
        return server.heard().stream()
                .filter(one -> one.method().equals("PATCH"))
                .count();
    }

    @Override
    public void close() {
        cluster.close();
        server.close();
    }
}
