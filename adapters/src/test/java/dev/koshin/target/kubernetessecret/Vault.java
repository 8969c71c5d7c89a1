package dev.koshin.target.kubernetessecret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.kubernetes.ApiServer;
import dev.koshin.kubernetes.Cluster;
import dev.koshin.kubernetes.ClusterOptions;
import dev.koshin.model.Secret;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import dev.koshin.testkit.TargetContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A Secret as Exastro's chart makes it, on a pretend API server. */
final class Vault implements AutoCloseable {
    static final String NAMESPACE = "exastro";
    static final String NAME = "ita-secret-gitlab";
    static final String KEY = "GITLAB_ROOT_TOKEN";
    static final String AT = "namespaces/exastro/secrets/ita-secret-gitlab";
    static final String NAMED = "Secret exastro/ita-secret-gitlab";

    private final ApiServer server = new ApiServer();
    private final List<Duration> pauses = new ArrayList<>();
    private final Cluster cluster;

    Vault(Path folder) {
        ObjectNode secret = JsonMapper.shared().createObjectNode();
        secret.put("apiVersion", "v1").put("kind", "Secret").put("type", "Opaque");
        secret.putObject("metadata")
                .put("name", NAME)
                .put("namespace", NAMESPACE)
                .putObject("labels")
                .put("app.kubernetes.io/managed-by", "Helm");
        secret.withObject("/metadata/annotations").put("meta.helm.sh/release-name", "exastro");
        secret.withObject("/metadata")
                .putArray("managedFields")
                .addObject()
                .put("manager", "helm")
                .put("operation", "Update")
                .put("time", "2026-02-01T00:00:00Z")
                .putObject("fieldsV1")
                .putObject("f:data")
                .putObject("f:" + KEY);
        secret.putObject("data").put("GITLAB_ROOT_PASSWORD", base64("Ch@ngeMe"));
        server.resources().put(AT, secret);
        overwrite(new Held.Value(TargetContract.FIRST));
        cluster = Cluster.of(
                new ClusterOptions(
                        Optional.of(server.kubeconfig(folder)),
                        Optional.empty(),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2)),
                pauses::add);
    }

    ApiServer server() {
        return server;
    }

    /** How long it would have waited. */
    List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    Cluster cluster() {
        return cluster;
    }

    Target target() {
        return target(KEY);
    }

    Target target(String key) {
        return KubernetesSecretTargets.of(cluster, NAMESPACE, NAME, key);
    }

    void edit(String key, String base64) {
        server.resources().edit(AT, secret -> secret.withObject("/data").put(key, base64));
    }

    Held stored() {
        String text = new String(Base64.getDecoder().decode(data().path(KEY).asString("")), UTF_8);
        return text.isEmpty() ? new Held.Nothing() : new Held.Value(Secret.of(text));
    }

    ObjectNode data() {
        return server.resources().get(AT).withObject("/data");
    }

    void overwrite(Held held) {
        edit(
                KEY,
                switch (held) {
                    case Held.Value(Secret secret) -> secret.reveal(Vault::base64);
                    case Held.Nothing() -> "";
                });
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    @Override
    public void close() {
        cluster.close();
        server.close();
    }
}
