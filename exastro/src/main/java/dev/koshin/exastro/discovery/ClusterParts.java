package dev.koshin.exastro.discovery;

import dev.koshin.exastro.RootToken;
import dev.koshin.exastro.discovery.Resources.Kept;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What is in a namespace of Exastro, as far as it could be read.
 *
 * @param release of Helm; empty if the Deployment does not name one
 * @param gitlab the ConfigMap with its address
 * @param database the ConfigMap with its address
 * @param token the Secret with the root token
 * @param login the Secret with the login of the database
 * @param bundledGitLab whether GitLab runs here too
 * @param bundledDatabase whether the database runs here too
 */
record ClusterParts(
        Look<Optional<String>> release,
        Look<Optional<Map<String, String>>> gitlab,
        Look<Optional<Map<String, String>>> database,
        Look<Optional<Kept>> token,
        Look<Optional<Kept>> login,
        Look<Boolean> bundledGitLab,
        Look<Boolean> bundledDatabase) {
    static final String GITLAB_PARAMETERS = "ita-params-gitlab";
    static final String DATABASE_PARAMETERS = "ita-params-ita-database";
    static final String DATABASE_SECRET = "ita-secret-ita-database";
    static final String PASSWORD = "DB_PASSWORD";

    private static final String USER = "DB_USER";

    static ClusterParts of(Resources resources, String namespace) {
        return new ClusterParts(
                resources
                        .deployment(namespace, RootToken.READER)
                        .flatMap(found -> new Look.Seen<>(found.flatMap(ClusterParts::release))),
                resources.configMap(namespace, GITLAB_PARAMETERS),
                resources.configMap(namespace, DATABASE_PARAMETERS),
                resources.secret(namespace, RootToken.SECRET, ""),
                resources.secret(namespace, DATABASE_SECRET, USER),
                isThere(resources.deployment(namespace, RootToken.GITLAB)),
                isThere(resources.deployment(namespace, Database.BUNDLED)));
    }

    private static Optional<String> release(JsonNode deployment) {
        return Optional.of(deployment
                        .path("metadata")
                        .path("annotations")
                        .path("meta.helm.sh/release-name")
                        .asString(""))
                .filter(name -> !name.isEmpty());
    }

    private static Look<Boolean> isThere(Look<Optional<JsonNode>> object) {
        return object.flatMap(found -> new Look.Seen<>(found.isPresent()));
    }

    /** Of the ConfigMap, if it could be read. */
    Optional<String> gitlab(String key) {
        return gitlab.value().flatMap(map -> map).map(map -> map.getOrDefault(key, ""));
    }

    String gitlabPort() {
        return gitlab("GITLAB_PORT").filter(text -> !text.isBlank()).orElse("40080");
    }

    /** Whether there is no GitLab at all. */
    boolean withoutGitLab() {
        return gitlab("GITLAB_HOST").filter(String::isBlank).isPresent();
    }

    /** Without a word about it, the usual case: the chart brings one. */
    boolean bundled() {
        return bundledGitLab
                .value()
                .orElseGet(() ->
                        gitlab("GITLAB_HOST").map(RootToken.GITLAB::equals).orElse(true));
    }

    Database itaDatabase() {
        Map<String, String> told = database.value().flatMap(map -> map).orElse(Map.of());
        return new Database(
                told.getOrDefault("DB_VENDOR", "mariadb"),
                told.getOrDefault("DB_HOST", Database.BUNDLED),
                told.getOrDefault("DB_PORT", String.valueOf(Database.PORT)),
                told.getOrDefault("DB_DATABASE", "ITA_DB"),
                login.value().flatMap(secret -> secret).flatMap(Kept::login));
    }
}
