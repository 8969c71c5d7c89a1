package dev.koshin.app.wiring;

import dev.koshin.app.config.Config;
import dev.koshin.app.config.ConfigFiles;
import dev.koshin.app.config.ConfigProblem;
import dev.koshin.app.config.ConfigReader;
import dev.koshin.app.config.ConfigResult;
import dev.koshin.app.view.Located;
import dev.koshin.inventory.Inventory;
import dev.koshin.issuer.gitlabrest.GitLabRest;
import dev.koshin.issuer.gitlabrest.GitLabRestOptions;
import dev.koshin.journal.Recorded;
import dev.koshin.journal.sql.SqlJournals;
import dev.koshin.journal.sql.SqlJournals.Mode;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.process.Programs;
import dev.koshin.renew.Tools;
import dev.koshin.secret.Home;
import dev.koshin.secret.SecretSource;
import dev.koshin.secret.SecretSources;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Pauses;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The only place where the parts meet. */
public final class Wiring {
    static final InstantSource CLOCK = InstantSource.system();

    private static final Pauses PAUSES = Wiring::pause;

    private Wiring() {}

    /** An installation to look at; its journal is neither made nor changed. */
    public static Installation reading(Optional<Path> config) {
        return open(configuration(config), Mode.READ, Operator.nobody());
    }

    /** An installation to renew, while {@code operator} looks on. */
    public static Installation writing(Optional<Path> config, Operator operator) {
        return open(configuration(config), Mode.WRITE, operator);
    }

    /** The last entries of the journal; nothing else is opened. */
    public static List<Recorded> history(Optional<Path> config, Set<CredentialName> credentials, int limit) {
        try (SqlJournals.Opened journal = journal(configuration(config), Mode.READ)) {
            return journal.history(credentials, limit);
        }
    }

    /** The configuration, or a failure that names everything that is wrong with it. */
    public static Config configuration(Optional<Path> given) {
        return read(file(given));
    }

    /** The file that holds the configuration, or a failure that says where it was looked for. */
    public static Path file(Optional<Path> given) {
        Path here = Path.of("").toAbsolutePath();
        return switch (ConfigFiles.find(given, System.getenv(), here, home())) {
            case ConfigFiles.Search.Found(Path file) -> file;
            case ConfigFiles.Search.Nowhere(ConfigProblem problem) -> throw Failure.usage(List.of(located(problem)));
        };
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"));
    }

    /** The configuration in {@code file}, or a failure that names everything that is wrong with it. */
    public static Config read(Path file) {
        Home user = new Home(home());
        SecretSources secrets = new SecretSources(System.getenv(), user, Clusters::read);
        return switch (new ConfigReader(secrets, user).read(file)) {
            case ConfigResult.Loaded(Config config) -> config;
            case ConfigResult.Rejected(List<ConfigProblem> problems) ->
                throw Failure.usage(problems.stream().map(Wiring::located).toList());
        };
    }

    private static Located located(ConfigProblem problem) {
        String place =
                problem.line() == 0 ? "" : "%s:%d:%d".formatted(problem.file(), problem.line(), problem.column());
        return new Located(place, problem.problem());
    }

    private static Installation open(Config config, Mode mode, Operator operator) {
        Closing closing = new Closing();
        boolean opened = false;
        try {
            Installation installation = open(config, mode, closing, operator);
            opened = true;
            return installation;
        } finally {
            if (!opened) {
                closing.run();
            }
        }
    }

    private static Installation open(Config config, Mode mode, Closing closing, Operator operator) {
        SqlJournals.Opened journal = journal(config, mode);
        closing.add(journal::close);
        GitLabRest gitlab = gitlab(config);
        closing.add(gitlab::close);
        Credentials found = Credentials.of(new Parts(config, gitlab, programs(), closing, operator));
        JournalLog logged = new JournalLog(journal);
        WayBack wayBack = new WayBack(config.backup());
        return new Installation(
                found,
                logged,
                journal,
                new ServerVersion(gitlab, journal, CLOCK),
                new Inventory(logged, journal, gitlab.catalog(), CLOCK),
                new Tools(logged, CLOCK, PAUSES, new SecureRandom(), wayBack.backup()),
                wayBack,
                config.gitlab().concurrency(),
                closing);
    }

    /** Runs programs of this machine. */
    public static Programs programs() {
        return new Programs(System.getenv());
    }

    /** The journal of {@code config}, or what keeps it from being opened as an exception. */
    public static SqlJournals.Opened journal(Config config, Mode mode) {
        return SqlJournals.open(
                config.journal().url(),
                config.journal().user(),
                config.journal().password().map(Wiring::resolved),
                CLOCK,
                mode);
    }

    private static Secret resolved(SecretSource source) {
        return switch (source.resolve()) {
            case Effect.Done<Secret>(Secret secret) -> secret;
            case Effect.Refused<Secret>(Problem problem) -> throw Failure.of(problem);
            case Effect.Unclear<Secret>(Problem problem) -> throw Failure.of(problem);
        };
    }

    /** The GitLab of {@code config}; asked nothing yet. */
    public static GitLabRest gitlab(Config config) {
        return new GitLabRest(new GitLabRestOptions(
                config.gitlab().url(),
                config.gitlab().caCertificate(),
                config.gitlab().connectTimeout(),
                config.gitlab().requestTimeout(),
                config.gitlab().proxy(),
                config.gitlab().concurrency(),
                config.gitlab().admin().stream().map(Wiring::admin).toList(),
                CLOCK,
                PAUSES));
    }

    /** One that cannot be read is no administrator's token at all. */
    private static Supplier<Effect<Secret>> admin(SecretSource source) {
        return () -> switch (source.resolve()) {
            case Effect.Refused<Secret>(Problem problem) ->
                new Effect.Refused<>(new Problem(Reason.ADMIN_TOKEN_UNRESOLVED, problem.details()));
            case Effect<Secret> other -> other;
        };
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
