package dev.koshin.exastro;

import dev.koshin.apply.compose.ComposeOptions;
import dev.koshin.apply.compose.Engine;
import dev.koshin.apply.compose.TimeWindow;
import dev.koshin.apply.kubernetes.KubernetesConsumers;
import dev.koshin.apply.kubernetes.RolloutOptions;
import dev.koshin.kubernetes.Cluster;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Pauses;
import dev.koshin.spi.Target;
import dev.koshin.target.envfile.EnvFileOptions;
import dev.koshin.target.envfile.EnvFileTargets;
import dev.koshin.target.helmvalues.HelmValuesOptions;
import dev.koshin.target.helmvalues.HelmValuesTargets;
import dev.koshin.target.kubernetessecret.KubernetesSecretTargets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The root token of an installation: with it Exastro makes and deletes organizations. {@code ita-api-admin} reads it
 * when it starts; the bundled GitLab keeps it in its start script; others receive it and never use it.
 */
public final class RootToken {
    /** How the credential is called. */
    public static final CredentialName CREDENTIAL = new CredentialName("exastro/root");

    /** What the manual asks for. */
    public static final SortedSet<String> SCOPES =
            Collections.unmodifiableSortedSet(new TreeSet<>(List.of("api", "sudo", "write_repository")));

    /** Its key in {@code .env}, in the Secrets and in the containers. */
    public static final String KEY = "GITLAB_ROOT_TOKEN";

    /** The key of the password with which root signs in to a bundled GitLab for the first time. */
    public static final String PASSWORD_KEY = "GITLAB_ROOT_PASSWORD";

    /** The service, the deployment and the container of the bundled GitLab. */
    public static final String GITLAB = "gitlab";

    /** Its path in the values of the chart. */
    public static final String VALUES_PATH = "global.gitlabDefinition.secret." + KEY;

    /** The Secret that {@code ita-api-admin} reads. */
    public static final String SECRET = "ita-secret-gitlab";

    /** The Secret that a bundled GitLab reads. */
    public static final String BUNDLED_SECRET = "platform-secret-gitlab";

    /** Who reads the token when it starts, and stands still for seconds. */
    public static final String READER = "ita-api-admin";

    private RootToken() {}

    /** The {@code .env} of the compose project in {@code directory}. */
    public static Target envFile(Path directory) {
        return EnvFileTargets.of(new EnvFileOptions(directory.resolve(".env"), KEY));
    }

    /**
     * Who reads it in that project.
     *
     * @param setup whether the installer deploys, instead of recreating who must be
     */
    public static ComposeOptions compose(
            Path directory, Engine engine, Optional<TimeWindow> window, boolean setup, Duration limit) {
        return new ComposeOptions(directory, engine, List.of(READER), List.of(GITLAB), window, setup, limit);
    }

    /**
     * Its places in a cluster: the Secrets that are read, and the values file, without which the next upgrade would
     * bring the old token back. Asks whether there is a Secret for a bundled GitLab.
     */
    public static List<Target> kubernetes(Cluster cluster, String namespace, Path values) {
        Target bundled = KubernetesSecretTargets.of(cluster, namespace, BUNDLED_SECRET, KEY);
        return Stream.of(
                        Optional.of(KubernetesSecretTargets.of(cluster, namespace, SECRET, KEY)),
                        Optional.of(bundled).filter(RootToken::isThere),
                        Optional.of(HelmValuesTargets.of(new HelmValuesOptions(values, VALUES_PATH))))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What cannot be asked is taken to be there, so that the command says what is wrong. */
    private static boolean isThere(Target target) {
        return !(target.read() instanceof Effect.Refused<Held>(Problem problem))
                || problem.reason() != Reason.TARGET_ROW_MISSING;
    }

    /** Who reads it there. */
    public static Consumers deployments(
            Cluster cluster, String namespace, Duration limit, Pauses pauses, InstantSource clock) {
        return KubernetesConsumers.of(
                cluster, new RolloutOptions(namespace, List.of(READER), List.of(SECRET), KEY, limit), pauses, clock);
    }
}
