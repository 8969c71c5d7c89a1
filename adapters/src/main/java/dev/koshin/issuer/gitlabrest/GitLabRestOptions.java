package dev.koshin.issuer.gitlabrest;

import dev.koshin.http.HttpOptions;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Pauses;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How to reach a GitLab.
 *
 * @param base with {@code http} or {@code https}, and a path when GitLab lives below one: {@code https://host/gitlab}
 * @param caCertificate a bundle in PEM to trust in addition to the JDK's certificates
 * @param connectTimeout until the connection stands
 * @param requestTimeout of one try, from the request to the last byte of the answer
 * @param proxy {@code http://host:port}; if empty, the environment's {@code HTTPS_PROXY}, {@code HTTP_PROXY} and
 *     {@code NO_PROXY} decide
 * @param concurrency calls at once, of all issuers and lists together
 * @param admin resolves administrators' tokens, the one to be used first; each asked once by each issuer
 * @param clock the local time
 * @param pauses waits between tries
 */
public record GitLabRestOptions(
        URI base,
        Optional<Path> caCertificate,
        Duration connectTimeout,
        Duration requestTimeout,
        Optional<URI> proxy,
        int concurrency,
        List<Supplier<Effect<Secret>>> admin,
        InstantSource clock,
        Pauses pauses) {
    /** Refuses an address with user and password, which would be printed, and limits that are not positive. */
    public GitLabRestOptions {
        admin = List.copyOf(admin);
        HttpOptions _ = new HttpOptions(base, caCertificate, connectTimeout, requestTimeout, proxy);
        if (concurrency < 1 || admin.isEmpty()) {
            throw new IllegalArgumentException("concurrency is positive, and there is a token");
        }
    }

    /** The way to the server alone, for others that speak with it. */
    public HttpOptions http() {
        return new HttpOptions(base, caCertificate, connectTimeout, requestTimeout, proxy);
    }

    /** The defaults: 5 s to connect, 30 s for an answer, 16 calls at once, the JDK's certificates. */
    public static GitLabRestOptions of(URI base, Supplier<Effect<Secret>> admin, InstantSource clock, Pauses pauses) {
        return new GitLabRestOptions(
                base,
                Optional.empty(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Optional.empty(),
                16,
                List.of(admin),
                clock,
                pauses);
    }

    /** These options with administrators' tokens to fall back on. */
    public GitLabRestOptions withAdmins(List<Supplier<Effect<Secret>>> admins) {
        return new GitLabRestOptions(
                base, caCertificate, connectTimeout, requestTimeout, proxy, concurrency, admins, clock, pauses);
    }

    /** These options with a bundle of certificates. */
    public GitLabRestOptions withCaCertificate(Path bundle) {
        return new GitLabRestOptions(
                base, Optional.of(bundle), connectTimeout, requestTimeout, proxy, concurrency, admin, clock, pauses);
    }

    /** These options with other timeouts. */
    public GitLabRestOptions withTimeouts(Duration connect, Duration request) {
        return new GitLabRestOptions(base, caCertificate, connect, request, proxy, concurrency, admin, clock, pauses);
    }

    /** These options with a proxy, whatever the environment says. */
    public GitLabRestOptions withProxy(URI address) {
        return new GitLabRestOptions(
                base,
                caCertificate,
                connectTimeout,
                requestTimeout,
                Optional.of(address),
                concurrency,
                admin,
                clock,
                pauses);
    }

    /** These options with so many calls at once. */
    public GitLabRestOptions withConcurrency(int calls) {
        return new GitLabRestOptions(
                base, caCertificate, connectTimeout, requestTimeout, proxy, calls, admin, clock, pauses);
    }
}
