package dev.koshin.app.doctor;

import dev.koshin.app.config.Config;
import dev.koshin.app.config.ExastroConfig;
import dev.koshin.app.config.GitLabConfig;
import dev.koshin.app.config.RootConfig;
import dev.koshin.app.view.Screen;
import dev.koshin.app.wiring.Roots;
import dev.koshin.app.wiring.ServerVersion;
import dev.koshin.app.wiring.Wiring;
import dev.koshin.apply.compose.ComposeProject;
import dev.koshin.apply.compose.ComposeProject.ServiceState;
import dev.koshin.exastro.RootToken;
import dev.koshin.file.Text;
import dev.koshin.file.TextFile;
import dev.koshin.file.env.EnvText;
import dev.koshin.issuer.gitlabrest.AdminReport;
import dev.koshin.issuer.gitlabrest.GitLabRest;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.process.Runner;
import dev.koshin.secret.Home;
import dev.koshin.secret.SecretSources;
import dev.koshin.spi.Effect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What several subjects want to know, each thing asked once. */
final class Facts implements AutoCloseable {
    private static final int LARGEST_BYTES = 1 << 20;
    private static final Duration LONGEST_CALL = Duration.ofSeconds(8);

    private final Config config;
    private final Screen screen;
    private final GitLabRest gitlab;
    private final Runner runner = Wiring.programs();
    private final Once<Effect<AdminReport>> admin;
    private final Once<Effect<List<ServiceState>>> services = new Once<>(this::askServices);
    private final Once<Effect<EnvText>> settings = new Once<>(this::readSettings);
    private final Once<Effect<Secret>> token = new Once<>(this::readToken);

    Facts(Config config, Screen screen) {
        this.config = config;
        this.screen = screen;
        this.gitlab = Wiring.gitlab(hurried(config));
        this.admin = new Once<>(this::askAdmin);
    }

    /** A GitLab that lets callers wait is asked several times, which must not cost minutes. */
    private static Config hurried(Config config) {
        GitLabConfig usual = config.gitlab();
        Duration time = usual.requestTimeout().compareTo(LONGEST_CALL) < 0 ? usual.requestTimeout() : LONGEST_CALL;
        GitLabConfig gitlab = new GitLabConfig(
                usual.url(),
                usual.admin(),
                usual.concurrency(),
                usual.connectTimeout(),
                time,
                usual.caCertificate(),
                usual.proxy());
        return new Config(
                gitlab, config.policy(), config.journal(), config.backup(), config.exastro(), config.credentials());
    }

    Config config() {
        return config;
    }

    Screen screen() {
        return screen;
    }

    GitLabRest gitlab() {
        return gitlab;
    }

    Runner runner() {
        return runner;
    }

    Optional<RootConfig> root() {
        return config.exastro().flatMap(ExastroConfig::root);
    }

    Optional<RootConfig.Compose> compose() {
        return root().map(RootConfig::place)
                .filter(RootConfig.Compose.class::isInstance)
                .map(RootConfig.Compose.class::cast);
    }

    Optional<RootConfig.Kubernetes> kubernetes() {
        return root().map(RootConfig::place)
                .filter(RootConfig.Kubernetes.class::isInstance)
                .map(RootConfig.Kubernetes.class::cast);
    }

    /** The server and the administrator's token. */
    Effect<AdminReport> admin() {
        return admin.get();
    }

    /** Whoever only looks at a status learns GitLab's version from here. */
    private Effect<AdminReport> askAdmin() {
        Effect<AdminReport> answer = gitlab.preflight();
        if (answer instanceof Effect.Done<AdminReport>(AdminReport report)) {
            report.server().ifPresent(server -> ServerVersion.remember(config, server));
        }
        return answer;
    }

    /** What runs of the services that have the root token; of a compose project only. */
    Effect<List<ServiceState>> services() {
        return services.get();
    }

    private Effect<List<ServiceState>> askServices() {
        return project().look();
    }

    ComposeProject project() {
        return Roots.project(compose().orElseThrow(), runner);
    }

    /** The {@code .env} of a compose project. */
    Path envFile() {
        return compose().orElseThrow().directory().resolve(".env");
    }

    /** What it says. */
    Effect<EnvText> settings() {
        return settings.get();
    }

    private Effect<EnvText> readSettings() {
        return switch (TextFile.read(envFile(), LARGEST_BYTES)) {
            case Text.Read(String text) -> new Effect.Done<>(EnvText.of(text));
            case Text.Unreadable(String why) ->
                new Effect.Refused<>(
                        Problem.of(Reason.TARGET_FILE_UNUSABLE, envFile().toString(), why));
        };
    }

    /** The root token in it; told even where a renewal would not dare to write into the file. */
    Effect<Secret> token() {
        return token.get();
    }

    private Effect<Secret> readToken() {
        Path directory = compose().orElseThrow().directory();
        return new SecretSources(Map.of(), new Home(directory))
                .envFile(envFile(), RootToken.KEY)
                .resolve();
    }

    String text(String key, Object... details) {
        return screen.messages().text(key, details);
    }

    @Override
    public void close() {
        gitlab.close();
    }
}
