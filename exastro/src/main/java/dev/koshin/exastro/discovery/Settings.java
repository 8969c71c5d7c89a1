package dev.koshin.exastro.discovery;

import dev.koshin.exastro.RootToken;
import dev.koshin.file.env.EnvStatement;
import dev.koshin.file.env.EnvText;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a {@code .env} of Exastro says, as far as a configuration needs it; no value of a secret.
 *
 * @param values those that are no secrets
 * @param secrets the names of secrets that have a value
 * @param twice the lines of what is assigned several times
 * @param ambiguity why docker compose and sh may read something else; empty if they agree
 */
record Settings(
        Map<String, String> values, Set<String> secrets, Map<String, List<Integer>> twice, Optional<String> ambiguity) {
    static final String PROFILES = "COMPOSE_PROFILES";
    static final String GITLAB_PROTOCOL = "GITLAB_PROTOCOL";
    static final String GITLAB_HOST = "GITLAB_HOST";
    static final String GITLAB_PORT = "GITLAB_PORT";
    static final String GITLAB_EXTERNAL_URL = "GITLAB_EXTERNAL_URL";
    static final String DB_VENDOR = "ITA_DB_VENDOR";
    static final String DB_HOST = "ITA_DB_HOST";
    static final String DB_PORT = "ITA_DB_PORT";
    static final String DB_NAME = "ITA_DB_DATABASE";
    static final String DB_USER = "ITA_DB_USER";
    static final String DB_PASSWORD = "ITA_DB_PASSWORD";

    /** The socket with which containers start others. */
    static final String SOCKET = "HOST_DOCKER_SOCKET_PATH";

    private static final List<String> PLAIN = List.of(
            PROFILES,
            GITLAB_PROTOCOL,
            GITLAB_HOST,
            GITLAB_PORT,
            GITLAB_EXTERNAL_URL,
            DB_VENDOR,
            DB_HOST,
            DB_PORT,
            DB_NAME,
            DB_USER,
            SOCKET);
    private static final List<String> SECRET = List.of(RootToken.KEY, DB_PASSWORD);

    /** Nothing is known. */
    static final Settings NONE = new Settings(Map.of(), Set.of(), Map.of(), Optional.empty());

    Settings {
        values = Map.copyOf(values);
        secrets = Set.copyOf(secrets);
        twice = Collections.unmodifiableMap(new TreeMap<>(twice));
    }

    static Settings of(EnvText text) {
        Map<String, String> values = new TreeMap<>();
        PLAIN.forEach(key -> text.last(key).ifPresent(one -> values.put(key, one.value())));
        Set<String> secrets = SECRET.stream()
                .filter(key -> text.last(key)
                        .map(EnvStatement::value)
                        .filter(value -> !value.isBlank())
                        .isPresent())
                .collect(Collectors.toSet());
        Map<String, List<Integer>> twice = Stream.concat(PLAIN.stream(), SECRET.stream())
                .collect(Collectors.toMap(key -> key, key -> lines(text, key)));
        twice.values().removeIf(lines -> lines.size() < 2);
        return new Settings(values, secrets, twice, text.ambiguity().or(() -> flaw(text)));
    }

    private static List<Integer> lines(EnvText text, String key) {
        return text.statements().stream()
                .filter(one -> one.names(key))
                .map(EnvStatement::line)
                .toList();
    }

    private static Optional<String> flaw(EnvText text) {
        return Stream.concat(PLAIN.stream(), SECRET.stream())
                .flatMap(key -> text.last(key).stream())
                .flatMap(one -> one.flaw().map(why -> "line " + one.line() + " " + why).stream())
                .findFirst();
    }

    /** The value, or what Exastro's compose file takes instead of none or an empty one. */
    String of(String key, String otherwise) {
        return Optional.ofNullable(values.get(key))
                .filter(value -> !value.isBlank())
                .orElse(otherwise);
    }

    /** Whether one of the {@code wanted} parts of the installation is switched on. */
    boolean profile(Set<String> wanted) {
        return Stream.of(of(PROFILES, "").split(",", -1)).map(String::strip).anyMatch(wanted::contains);
    }
}
