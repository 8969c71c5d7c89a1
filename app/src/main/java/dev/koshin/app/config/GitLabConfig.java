package dev.koshin.app.config;

import dev.koshin.secret.SecretSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How to reach GitLab.
 *
 * @param url http or https, without user, query and fragment
 * @param admin where the administrator's token may be, one at least; the first that can be read is meant
 * @param concurrency calls at once, 1 to 256
 * @param connectTimeout until the connection stands
 * @param requestTimeout until the last byte of an answer
 * @param caCertificate PEM bundle to trust in addition; absolute
 * @param proxy http or https; if empty, the environment decides
 */
public record GitLabConfig(
        URI url,
        List<SecretSource> admin,
        int concurrency,
        Duration connectTimeout,
        Duration requestTimeout,
        Optional<Path> caCertificate,
        Optional<URI> proxy) {
    /** The default of {@code concurrency}. */
    public static final int CONCURRENCY = 16;

    /** The default of {@code connectTimeout}. */
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** The default of {@code requestTimeout}. */
    public static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

    public GitLabConfig {
        admin = List.copyOf(admin);
    }
}
