package dev.koshin.kubernetes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Which cluster, and how long it may take.
 *
 * @param kubeconfig the file to read; without it {@code KUBECONFIG}, else {@code ~/.kube/config}, else the pod's own
 *     service account
 * @param context of kubeconfig; without it the current one
 * @param connectTimeout until the connection stands
 * @param requestTimeout until the last byte of an answer
 */
public record ClusterOptions(
        Optional<Path> kubeconfig, Optional<String> context, Duration connectTimeout, Duration requestTimeout) {
    /** Five seconds. */
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Fifteen seconds. */
    public static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(15);

    /** With the default times. */
    public static ClusterOptions of(Optional<Path> kubeconfig, Optional<String> context) {
        return new ClusterOptions(kubeconfig, context, CONNECT_TIMEOUT, REQUEST_TIMEOUT);
    }
}
