package dev.koshin.app.config;

import dev.koshin.secret.SecretSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the section {@code gitlab}. */
final class GitLabDecoder {
    private static final int MOST_CALLS = 256;
    private static final String SHORTEST = "1s";
    private static final String LONGEST = "10m";

    private final SecretDecoder secrets;
    private final Paths paths;

    GitLabDecoder(SecretDecoder secrets, Paths paths) {
        this.secrets = secrets;
        this.paths = paths;
    }

    /** What is supplied exists only if there was no problem. */
    Supplier<GitLabConfig> read(Section section) {
        Optional<URI> url = section.at("url").flatMap(WebUrls::of);
        Optional<Supplier<List<SecretSource>>> admin = section.at("admin").map(secrets::several);
        int concurrency = section.at("concurrency")
                .flatMap(value -> value.integer(1, MOST_CALLS))
                .orElse(GitLabConfig.CONCURRENCY);
        Duration connect = timeout(section.at("connectTimeout")).orElse(GitLabConfig.CONNECT_TIMEOUT);
        Duration request = timeout(section.at("requestTimeout")).orElse(GitLabConfig.REQUEST_TIMEOUT);
        Optional<Path> certificate = section.at("caCertificate").flatMap(paths::of);
        Optional<URI> proxy = section.at("proxy").flatMap(WebUrls::of);
        return () -> new GitLabConfig(
                url.orElseThrow(), admin.orElseThrow().get(), concurrency, connect, request, certificate, proxy);
    }

    private static Optional<Duration> timeout(Optional<Value> value) {
        return value.flatMap(written -> written.duration(SHORTEST, LONGEST));
    }
}
