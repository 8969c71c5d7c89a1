package dev.koshin.app.config;

import dev.koshin.plan.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The root token of an installation of Exastro.
 *
 * @param policy the common one with what is overridden here
 * @param scopes what a token has at least
 * @param place where Exastro runs
 */
public record RootConfig(IssuersConfig issuer, SortedSet<String> scopes, Policy policy, Place place) {
    /** The default of {@code user}. */
    public static final String USER = "root";

    /** The default of {@code scopes}: what the manual names. */
    public static final List<String> SCOPES = List.of("api", "sudo", "write_repository");

    public RootConfig {
        scopes = Collections.unmodifiableSortedSet(new TreeSet<>(scopes));
    }

    /** Where an installation runs. */
    public sealed interface Place {}

    /**
     * A docker compose project.
     *
     * @param podman whether podman runs it, without root
     * @param engine the words that call docker or podman, if they are not just its name
     * @param compose the words that call compose, if they are not the usual ones
     * @param window in which the bundled GitLab may be recreated; {@code HH:MM-HH:MM}
     * @param limit how long a service may take to come up
     * @param setup whether {@code setup.sh install} deploys, instead of recreating what must be
     */
    public record Compose(
            Path directory,
            boolean podman,
            Optional<List<String>> engine,
            Optional<List<String>> compose,
            String window,
            Duration limit,
            boolean setup)
            implements Place {
        /** The default of {@code window}, in the time zone of this machine. */
        public static final String WINDOW = "01:00-05:00";

        /** The default of {@code limit}. */
        public static final Duration LIMIT = Duration.ofMinutes(15);
    }

    /**
     * A release of the Helm chart.
     *
     * @param values the values file that the release was made with
     * @param helm the chart to upgrade with, if {@code helm upgrade} is to apply, instead of a restart
     * @param kubeconfig empty: what kubectl would use
     * @param limit how long a rollout may take
     */
    public record Kubernetes(
            String namespace,
            Path values,
            Optional<Helm> helm,
            Optional<Path> kubeconfig,
            Optional<String> context,
            Duration limit)
            implements Place {
        /** The default of {@code limit}. */
        public static final Duration LIMIT = Duration.ofMinutes(10);
    }

    /** A release, and the chart that it was made of. */
    public record Helm(String release, String chart) {}
}
