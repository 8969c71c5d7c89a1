package dev.koshin.app.wiring;

import dev.koshin.app.config.IssuerConfig;
import dev.koshin.app.config.RootConfig;
import dev.koshin.apply.compose.ComposeOptions;
import dev.koshin.apply.compose.ComposeProject;
import dev.koshin.apply.compose.Engine;
import dev.koshin.apply.compose.TimeWindow;
import dev.koshin.apply.kubernetes.HelmOptions;
import dev.koshin.apply.kubernetes.HelmUpgrade;
import dev.koshin.exastro.RootToken;
import dev.koshin.inventory.Credential;
import dev.koshin.kubernetes.Cluster;
import dev.koshin.kubernetes.ClusterOptions;
import dev.koshin.process.Inside;
import dev.koshin.process.Runner;
import dev.koshin.secret.Home;
import dev.koshin.secret.KubernetesReference;
import dev.koshin.secret.SecretSource;
import dev.koshin.secret.SecretSources;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.Target;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the credential of Exastro's root token. */
public final class Roots {
    private Roots() {}

    static Credential credential(RootConfig config, Parts parts) {
        return switch (config.place()) {
            case RootConfig.Compose compose ->
                credential(
                        config,
                        Issuers.of(config.issuer(), ways(compose), parts),
                        List.of(RootToken.envFile(compose.directory())),
                        project(compose, parts.runner()).consumers(Wiring.CLOCK, Wiring::pause));
            case RootConfig.Kubernetes kubernetes -> {
                Cluster cluster = cluster(kubernetes);
                parts.closing().add(cluster::close);
                yield credential(
                        config,
                        Issuers.of(config.issuer(), ways(kubernetes), parts),
                        targets(kubernetes, cluster),
                        consumers(kubernetes, cluster, parts));
            }
        };
    }

    private static Credential credential(RootConfig config, Issuer issuer, List<Target> targets, Consumers consumers) {
        return new Credential(
                RootToken.CREDENTIAL,
                config.issuer().user(),
                issuer,
                targets,
                consumers,
                config.policy(),
                config.scopes());
    }

    /** The cluster that {@code kubernetes} names; asked nothing yet. */
    public static Cluster cluster(RootConfig.Kubernetes kubernetes) {
        return Cluster.of(ClusterOptions.of(kubernetes.kubeconfig(), kubernetes.context()), Wiring::pause);
    }

    /** The places of the root token there. */
    public static List<Target> targets(RootConfig.Kubernetes kubernetes, Cluster cluster) {
        return RootToken.kubernetes(cluster, kubernetes.namespace(), kubernetes.values());
    }

    private static Consumers consumers(RootConfig.Kubernetes kubernetes, Cluster cluster, Parts parts) {
        Consumers restarting =
                RootToken.deployments(cluster, kubernetes.namespace(), kubernetes.limit(), Wiring::pause, Wiring.CLOCK);
        return kubernetes
                .helm()
                .map(helm ->
                        HelmUpgrade.of(parts.runner(), helm(kubernetes, helm)).before(restarting))
                .orElse(restarting);
    }

    /** The release {@code helm}, in words for the program of that name. */
    public static HelmOptions helm(RootConfig.Kubernetes kubernetes, RootConfig.Helm helm) {
        return new HelmOptions(
                new HelmOptions.Release(kubernetes.namespace(), helm.release(), helm.chart()),
                kubernetes.values(),
                RootToken.VALUES_PATH,
                HelmOptions.PROGRAM,
                kubernetes.limit(),
                ClusterOptions.of(kubernetes.kubeconfig(), kubernetes.context()));
    }

    /** By which ways the root token is renewed: those that are configured, else all that such a place may offer. */
    public static List<IssuerConfig> ways(RootConfig config) {
        List<IssuerConfig> usual = switch (config.place()) {
            case RootConfig.Compose compose -> ways(compose);
            case RootConfig.Kubernetes kubernetes -> ways(kubernetes);
        };
        return config.issuer().ways().isEmpty() ? usual : config.issuer().ways();
    }

    /** The compose project; asked nothing yet. */
    public static ComposeProject project(RootConfig.Compose compose, Runner runner) {
        ComposeOptions options = RootToken.compose(
                compose.directory(), engine(compose), Optional.of(window(compose)), compose.setup(), compose.limit());
        return ComposeProject.of(options, runner);
    }

    private static TimeWindow window(RootConfig.Compose compose) {
        String[] times = compose.window().split("-", -1);
        return new TimeWindow(LocalTime.parse(times[0]), LocalTime.parse(times[1]), ZoneId.systemDefault());
    }

    private static Engine engine(RootConfig.Compose compose) {
        Engine usual = compose.podman() ? Engine.podman(runtime()) : Engine.DOCKER;
        return new Engine(
                compose.engine().orElse(usual.program()),
                compose.compose().orElse(usual.compose()),
                usual.environment());
    }

    /** Where the sockets of this user are, also when no session of theirs is open, as under cron. */
    static String runtime() {
        return Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
                .filter(folder -> !folder.isBlank())
                .orElseGet(() -> "/run/user/" + ThisUser.id());
    }

    /** What is tried where nothing is configured: all that such an installation may offer. */
    private static List<IssuerConfig> ways(RootConfig.Compose compose) {
        Inside gitlab = compose.podman()
                ? new Inside.Podman(engine(compose).program(), RootToken.GITLAB)
                : new Inside.Docker(engine(compose).program(), RootToken.GITLAB);
        SecretSource password = new SecretSources(Map.of(), new Home(compose.directory()))
                .envFile(compose.directory().resolve(".env"), RootToken.PASSWORD_KEY);
        return List.of(
                new IssuerConfig.GitLabRest(),
                new IssuerConfig.GitLabRails(new IssuerConfig.Place.Within(gitlab), IssuerConfig.GitLabRails.WAIT),
                new IssuerConfig.GitLabWeb(password),
                new IssuerConfig.Manual());
    }

    private static List<IssuerConfig> ways(RootConfig.Kubernetes kubernetes) {
        Inside gitlab = new Inside.Kubernetes(
                Inside.Kubernetes.kubectl(kubernetes.kubeconfig(), kubernetes.context()),
                Optional.of(kubernetes.namespace()),
                Optional.empty(),
                "deploy/" + RootToken.GITLAB);
        SecretSource password = new SecretSources(Map.of(), new Home(Path.of("/")), Clusters::read)
                .kubernetesSecret(new KubernetesReference(
                        kubernetes.namespace(),
                        RootToken.BUNDLED_SECRET,
                        RootToken.PASSWORD_KEY,
                        kubernetes.kubeconfig(),
                        kubernetes.context()));
        return List.of(
                new IssuerConfig.GitLabRest(),
                new IssuerConfig.GitLabRails(new IssuerConfig.Place.Within(gitlab), IssuerConfig.GitLabRails.WAIT),
                new IssuerConfig.GitLabWeb(password),
                new IssuerConfig.Manual());
    }
}
