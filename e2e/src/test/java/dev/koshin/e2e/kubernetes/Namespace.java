package dev.koshin.e2e.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.kubernetes.ApiServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A namespace as Exastro's chart fills it: two Secrets, and a Deployment whose pods take the token from one of them.
 */
final class Namespace implements AutoCloseable {
    private static final String ROOM = "namespaces/exastro/";
    private static final String DEPLOYMENT = ROOM + "deployments/ita-api-admin";

    private final ApiServer server = new ApiServer();
    private final AtomicInteger generations = new AtomicInteger();
    private volatile String pod = "";

    Namespace(String token) {
        server.resources().time(Instant.now());
        for (String name : new String[] {"ita-secret-gitlab", "platform-secret-gitlab"}) {
            ObjectNode secret = JsonMapper.shared().createObjectNode();
            secret.put("type", "Opaque")
                    .putObject("metadata")
                    .putObject("labels")
                    .put("app", "exastro");
            secret.putObject("data")
                    .put("GITLAB_ROOT_PASSWORD", encoded("the-root-password"))
                    .put("GITLAB_ROOT_TOKEN", encoded(token));
            server.resources().put(ROOM + "secrets/" + name, secret);
        }
        server.resources().put(DEPLOYMENT, deployment());
        start("before");
        server.resources().controller(this::replace);
    }

    private static String encoded(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(UTF_8));
    }

    private static ObjectNode deployment() {
        return (ObjectNode) JsonMapper.shared().readTree("""
                {"metadata":{"generation":1},"spec":{"replicas":1,"selector":{"matchLabels":{"name":"ita-api-admin"}},
                 "template":{"metadata":{},"spec":{"containers":[
                   {"name":"ita-api-admin","envFrom":[{"secretRef":{"name":"ita-secret-gitlab"}}]}]}}},
                 "status":{"observedGeneration":1,"replicas":1,"updatedReplicas":1,"availableReplicas":1}}""");
    }

    /** As a controller does it, a moment later: a new pod, which takes what the Secret holds then, and no old one. */
    private void replace(ObjectNode patched) {
        String mark = patched.at("/spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt")
                .asString();
        Thread.ofVirtual().start(() -> {
            String old = pod;
            start(mark);
            server.resources().delete(ROOM + "pods/" + old);
            server.resources()
                    .edit(
                            DEPLOYMENT,
                            one -> one.withObject("/status")
                                    .put(
                                            "observedGeneration",
                                            one.at("/metadata/generation").asInt()));
        });
    }

    private void start(String mark) {
        String name = "ita-api-admin-" + generations.incrementAndGet();
        ObjectNode object = JsonMapper.shared().createObjectNode();
        ObjectNode metadata = object.putObject("metadata").put("name", name);
        metadata.putObject("labels").put("name", "ita-api-admin");
        metadata.putObject("annotations").put("kubectl.kubernetes.io/restartedAt", mark);
        ObjectNode status = object.putObject("status").put("phase", "Running");
        status.putArray("conditions").addObject().put("type", "Ready").put("status", "True");
        status.putArray("containerStatuses")
                .addObject()
                .put("name", "ita-api-admin")
                .putObject("state")
                .putObject("running")
                .put("startedAt", Instant.now().toString());
        server.containers().run(name, "ita-api-admin", Map.of("GITLAB_ROOT_TOKEN", token("ita-secret-gitlab")));
        server.resources().put(ROOM + "pods/" + name, object);
        pod = name;
    }

    /** What the Secret holds. */
    String token(String secret) {
        return new String(
                Base64.getDecoder()
                        .decode(secret(secret).at("/data/GITLAB_ROOT_TOKEN").asString()),
                UTF_8);
    }

    ObjectNode secret(String name) {
        return server.resources().get(ROOM + "secrets/" + name);
    }

    /** How often a new pod was started, the first one not counted. */
    int restarts() {
        return generations.get() - 1;
    }

    Path kubeconfig(Path folder) {
        return server.kubeconfig(folder);
    }

    @Override
    public void close() {
        server.close();
    }
}
