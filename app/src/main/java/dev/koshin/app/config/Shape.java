package dev.koshin.app.config;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys that each kind of section has. The decoders read no others, and {@code koshin.schema.json} has a definition
 * for each: a test holds them together.
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets are those of Set.of
enum Shape {
    ROOT(must("version", "gitlab"), may("policy", "journal", "backup", "exastro", "credentials"), later()),
    GITLAB(
            must("url", "admin"),
            may("concurrency", "connectTimeout", "requestTimeout", "caCertificate", "proxy"),
            later()),
    POLICY(must(), may("lifetime", "renewBefore", "grace", "spread"), later()),
    JOURNAL(must(), may("url", "user", "password"), later()),
    BACKUP(must("recipient"), may("directory"), later()),
    EXASTRO(must(), may("organizations", "root"), later()),
    EXASTRO_ROOT(must(), may("user", "issuer", "scopes", "policy", "compose", "kubernetes"), later()),
    COMPOSE(must("directory"), may("engine", "engineCommand", "composeCommand", "window", "limit", "apply"), later()),
    KUBERNETES(must("namespace", "values"), may("helm", "kubeconfig", "context", "limit"), later()),
    HELM(must("release", "chart"), may(), later()),
    ORGANIZATIONS(must("database"), may("policy", "scopes"), later()),
    DATABASE(must(), may("url", "docker", "podman", "engineCommand", "kubectl", "user", "password", "table"), later()),
    CREDENTIAL(must("issuer", "scopes", "targets"), may("policy"), later("apply")),
    GITLAB_REST(must("kind"), may("user"), later()),
    GITLAB_RAILS(must("kind"), may("user", "wait", "docker", "podman", "engineCommand", "kubectl", "ssh"), later()),
    GITLAB_WEB(must("kind", "password"), may("user"), later()),
    MANUAL(must("kind"), may("user"), later()),
    KUBECTL(must("pod"), may("namespace", "container", "kubeconfig", "context"), later()),
    SSH(must("host"), may("prefix"), later()),
    SQL_ROW(
            must("kind", "table", "key", "column"),
            may("url", "docker", "podman", "engineCommand", "kubectl", "database", "user", "password", "where"),
            later()),
    ENV_TARGET(must("kind", "path", "key"), may(), later()),
    HELM_VALUES(must("kind", "path", "key"), may(), later()),
    KUBERNETES_SECRET(must("kind", "namespace", "name", "key"), may("kubeconfig", "context"), later()),
    SECRET(must(), may("env", "file", "envFile", "command", "kubernetesSecret"), later()),
    KUBERNETES_REFERENCE(must("namespace", "name", "key"), may("kubeconfig", "context"), later()),
    ENV_FILE(must("path", "key"), may(), later());

    private final Set<String> required;
    private final Set<String> optional;
    private final Set<String> later;

    Shape(Set<String> required, Set<String> optional, Set<String> later) {
        this.required = required;
        this.optional = optional;
        this.later = later;
    }

    private static Set<String> must(String... keys) {
        return Set.of(keys);
    }

    private static Set<String> may(String... keys) {
        return Set.of(keys);
    }

    /** Planned, and refused until it is there: a key without effect would be a promise. */
    private static Set<String> later(String... keys) {
        return Set.of(keys);
    }

    /** Keys that must be there, in alphabetical order. */
    List<String> required() {
        return required.stream().sorted().toList();
    }

    /** All keys, in alphabetical order. */
    List<String> keys() {
        return Stream.concat(required.stream(), optional.stream()).sorted().toList();
    }

    boolean knows(String key) {
        return required.contains(key) || optional.contains(key);
    }

    boolean plans(String key) {
        return later.contains(key);
    }

    /** Whether a key that is not known may be a secret, written where its reference belongs. */
    boolean mayHoldSecret() {
        return this == SECRET || this == ENV_FILE || this == KUBERNETES_REFERENCE;
    }
}
