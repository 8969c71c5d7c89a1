package dev.koshin.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach a server.
 *
 * @param base with {@code http} or {@code https}, and a path when the server lives below one:
 *     {@code https://host/gitlab}
 * @param caCertificate a bundle in PEM to trust in addition to the JDK's certificates
 * @param connectTimeout until the connection stands
 * @param requestTimeout of one exchange, from the request to the last byte of the answer
 * @param proxy {@code http://host:port}; if empty, the environment's {@code HTTPS_PROXY}, {@code HTTP_PROXY} and
 *     {@code NO_PROXY} decide
 */
public record HttpOptions(
        URI base, Optional<Path> caCertificate, Duration connectTimeout, Duration requestTimeout, Optional<URI> proxy) {
    /** Refuses an address with user and password, which would be printed, and timeouts that are not positive. */
    public HttpOptions {
        requireWeb(base);
        proxy.ifPresent(HttpOptions::requireWeb);
        if (base.getQuery() != null || base.getFragment() != null) {
            throw new IllegalArgumentException("the address has no query and no fragment");
        }
        if (!connectTimeout.isPositive() || !requestTimeout.isPositive()) {
            throw new IllegalArgumentException("timeouts are positive");
        }
    }

    /** The defaults: 5 s to connect, 30 s for an answer, the JDK's certificates. */
    public static HttpOptions of(URI base) {
        return new HttpOptions(base, Optional.empty(), Duration.ofSeconds(5), Duration.ofSeconds(30), Optional.empty());
    }

    /** The address without a slash at its end. */
    public String address() {
        return base.toString().replaceAll("/+$", "");
    }

    private static void requireWeb(URI uri) {
        String scheme = uri.getScheme();
        boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("http(s)://host is expected, without user and password");
        }
    }
}
