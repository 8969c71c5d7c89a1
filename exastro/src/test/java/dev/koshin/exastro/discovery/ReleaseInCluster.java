package dev.koshin.exastro.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.kubernetes.ApiServer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A namespace as Exastro's chart fills it. */
final class ReleaseInCluster implements AutoCloseable {
    static final String TOKEN = "EgcsQQWuw7U5klxkW008";
    static final String PASSWORD = "3lTbwvkQZvur";

    private static final String ROOM = "namespaces/exastro/";

    private final ApiServer server = new ApiServer();

    ReleaseInCluster() {
        put("deployments/ita-api-admin", """
                {"metadata":{"name":"ita-api-admin","annotations":{"meta.helm.sh/release-name":"ita"}}}""");
        put("deployments/gitlab", "{}");
        put("deployments/mariadb", "{}");
        config("ita-params-gitlab", Map.of("GITLAB_PROTOCOL", "http", "GITLAB_HOST", "gitlab", "GITLAB_PORT", "40080"));
        config(
                "ita-params-ita-database",
                Map.of("DB_VENDOR", "mariadb", "DB_HOST", "mariadb", "DB_PORT", "3306", "DB_DATABASE", "ITA_DB"));
        secret("ita-secret-gitlab", Map.of("GITLAB_ROOT_TOKEN", TOKEN));
        secret("ita-secret-ita-database", Map.of("DB_USER", "ITA_USER", "DB_PASSWORD", PASSWORD));
    }

    ApiServer server() {
        return server;
    }

    void put(String path, String json) {
        server.resources().put(ROOM + path, (ObjectNode) JsonMapper.shared().readTree(json));
    }

    void delete(String path) {
        server.resources().delete(ROOM + path);
    }

    void config(String name, Map<String, String> data) {
        ObjectNode map = JsonMapper.shared().createObjectNode();
        ObjectNode values = map.putObject("data");
        data.forEach(values::put);
        server.resources().put(ROOM + "configmaps/" + name, map);
    }

    private void secret(String name, Map<String, String> data) {
        ObjectNode secret = JsonMapper.shared().createObjectNode();
        ObjectNode values = secret.putObject("data");
        data.forEach((key, value) -> values.put(key, Base64.getEncoder().encodeToString(value.getBytes(UTF_8))));
        server.resources().put(ROOM + "secrets/" + name, secret);
    }

    Discovered look(Path here, Optional<String> namespace, List<String> open) {
        Surroundings surroundings = new Surroundings(
                here,
                List.of(here),
                Map.of("KUBECONFIG", server.kubeconfig(here).toString()),
                Map.of());
        return new ExastroDiscovery(
                        surroundings,
                        command -> {
                            throw new AssertionError("runs " + command);
                        },
                        _ -> {},
                        Situation.installed()
                                .answering(open.toArray(String[]::new))
                                .doors())
                .look(new Wish(Optional.empty(), namespace, Optional.empty()));
    }

    @Override
    public void close() {
        server.close();
    }
}
