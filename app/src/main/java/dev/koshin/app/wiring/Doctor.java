package dev.koshin.app.wiring;

import dev.koshin.app.config.Config;
import dev.koshin.app.config.ExastroConfig;
import dev.koshin.app.view.Check;
import dev.koshin.app.view.Screen;
import dev.koshin.exastro.ExastroOrganizations;
import dev.koshin.exastro.Found;
import dev.koshin.exastro.Organization;
import dev.koshin.exastro.Workspaces;
import dev.koshin.issuer.gitlabrest.AdminReport;
import dev.koshin.issuer.gitlabrest.GitLabRest;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.journal.sql.SqlJournals;
import dev.koshin.journal.sql.SqlJournals.Mode;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks everything that a renewal needs, each for itself, so that one run shows all that is missing. */
public final class Doctor {
    /** What a long token needs, in characters. */
    private static final int ROOM = 80;

    private static final Set<Reason> WARNINGS = Set.of(
            Reason.CLOCK_DIFFERS,
            Reason.ADMIN_TOKEN_EXPIRES_SOON,
            Reason.GITLAB_VERSION_UNKNOWN,
            Reason.WORKSPACES_INVISIBLE);

    private final Screen screen;

    public Doctor(Screen screen) {
        this.screen = screen;
    }

    /** All checks, in the order in which they depend on each other. */
    public List<Check> examine(Optional<Path> given) {
        List<Check> checks = new ArrayList<>();
        Path file = Wiring.file(given);
        Config config = Wiring.read(file);
        checks.add(Check.ok("config", file.toString()));
        checks.add(journal(config));
        try (GitLabRest gitlab = Wiring.gitlab(config)) {
            checks.addAll(gitlab(config, gitlab.preflight()));
        }
        Optional<ExastroConfig> exastro = config.exastro();
        exastro.flatMap(ExastroConfig::organizations)
                .ifPresent(organizations -> checks.addAll(database(organizations)));
        exastro.flatMap(ExastroConfig::root).ifPresent(root -> checks.addAll(new RootChecks(screen).of(root)));
        checks.addAll(places(config));
        return checks;
    }

    /** Opens it as a renewal would: what cannot be locked, made, migrated and synced fails here. */
    private Check journal(Config config) {
        try (SqlJournals.Opened _ = Wiring.journal(config, Mode.WRITE)) {
            return Check.ok("journal", text("doctor.journal", config.journal().url()));
        } catch (JournalUnavailable e) {
            return Check.failed("journal", e.problem());
        } catch (Failure e) {
            return Check.failed("journal", e.problems().getFirst().problem());
        }
    }

    private List<Check> gitlab(Config config, Effect<AdminReport> answer) {
        return switch (answer) {
            case Effect.Refused<AdminReport>(Problem problem) -> List.of(Check.failed("gitlab", problem));
            case Effect.Unclear<AdminReport>(Problem problem) -> List.of(Check.failed("gitlab", problem));
            case Effect.Done<AdminReport>(AdminReport report) -> {
                report.server().ifPresent(server -> ServerVersion.remember(config, server));
                yield List.of(
                        of("gitlab", server(config, report), problems(report, "gitlab")),
                        of("admin", admin(report), problems(report, "admin")),
                        Check.ok("lifetime", lifetime(config, report)),
                        of("clock", text("doctor.clock", report.ahead().abs().toSeconds()), problems(report, "clock")));
            }
        };
    }

    private static List<Problem> problems(AdminReport report, String check) {
        return report.problems().stream()
                .filter(problem -> check(problem.reason()).equals(check))
                .toList();
    }

    private static String check(Reason reason) {
        return reason == Reason.CLOCK_DIFFERS ? "clock" : reason == Reason.GITLAB_VERSION_UNKNOWN ? "gitlab" : "admin";
    }

    private String server(Config config, AdminReport report) {
        return text(
                "doctor.gitlab",
                config.gitlab().url(),
                report.server().map(AdminReport.Server::version).orElse("?"));
    }

    private String lifetime(Config config, AdminReport report) {
        int asked = config.policy().lifetimeDays();
        return report.longestLifetimeDays().isPresent()
                ? text(
                        "doctor.lifetime.known",
                        asked,
                        report.longestLifetimeDays().getAsInt())
                : text("doctor.lifetime", asked);
    }

    private String admin(AdminReport report) {
        return text(
                "doctor.admin",
                report.user().name(),
                report.user().id().map(id -> id.value()).orElseThrow(),
                String.join(" ", report.scopes()),
                report.expiry().map(expiry -> screen.time(expiry.instant())).orElseGet(() -> text("expires.never")));
    }

    static Check of(String key, String evidence, List<Problem> problems) {
        return new Check(
                key, evidence, problems, problems.stream().anyMatch(problem -> !WARNINGS.contains(problem.reason())));
    }

    private List<Check> database(ExastroConfig.Organizations config) {
        Closing closing = new Closing();
        try {
            ExastroOrganizations organizations = Credentials.organizations(config, 1, closing);
            return switch (organizations.look()) {
                case Effect.Refused<Found>(Problem problem) -> List.of(Check.failed("database", problem));
                case Effect.Unclear<Found>(Problem problem) -> List.of(Check.failed("database", problem));
                case Effect.Done<Found>(Found found) ->
                    Stream.concat(
                                    Stream.of(place(organizations, found), count(found)),
                                    organizations.workspaces().map(seen -> executions(organizations, seen)).stream())
                            .toList();
            };
        } finally {
            closing.run();
        }
    }

    /** Reading, the right to update and the width of the column; the latter two need a row to try them on. */
    private Check place(ExastroOrganizations organizations, Found found) {
        return switch (organizations.place().look()) {
            case Effect.Refused<Place.View>(Problem problem) -> Check.failed("database", problem);
            case Effect.Unclear<Place.View>(Problem problem) -> Check.failed("database", problem);
            case Effect.Done<Place.View>(Place.View seen) ->
                of(
                        "database",
                        text(
                                "doctor.place",
                                organizations.place().name(),
                                seen.cells().size()),
                        writable(found));
        };
    }

    private static List<Problem> writable(Found found) {
        return found.live().stream()
                .findFirst()
                .map(Organization::targets)
                .map(List::getFirst)
                .flatMap(Doctor::problem)
                .stream()
                .toList();
    }

    private static Optional<Problem> problem(Target target) {
        return target.preflight(ROOM).why();
    }

    /** The places under {@code credentials:}, as a renewal checks them before it asks for a token. */
    private static List<Check> places(Config config) {
        Closing closing = new Closing();
        try {
            return config.credentials().stream()
                    .flatMap(credential -> credential.targets().stream())
                    .map(target -> Targets.of(target, closing))
                    .map(Doctor::place)
                    .toList();
        } finally {
            closing.run();
        }
    }

    static Check place(Target target) {
        return problem(target)
                .map(problem -> Check.failed("place", problem))
                .orElseGet(() -> Check.ok("place", target.name().value()));
    }

    private Check count(Found found) {
        return Check.ok(
                "organizations",
                text(
                        "doctor.organizations",
                        found.live().size(),
                        found.skipped().size()));
    }

    /** Executions that cannot be seen cannot hold back the old token. */
    private Check executions(ExastroOrganizations organizations, Effect<Workspaces> answer) {
        return switch (answer) {
            case Effect.Refused<Workspaces>(Problem problem) -> Check.failed("executions", problem);
            case Effect.Unclear<Workspaces>(Problem problem) -> Check.failed("executions", problem);
            case Effect.Done<Workspaces>(Workspaces seen) ->
                of(
                        "executions",
                        text("doctor.executions", seen.visible(), seen.running()),
                        seen.visible() > 0
                                ? List.of()
                                : List.of(Problem.of(
                                        Reason.WORKSPACES_INVISIBLE,
                                        organizations.place().name())));
        };
    }

    private String text(String key, Object... details) {
        return screen.messages().text(key, details);
    }
}
