package dev.koshin.app.doctor;

import dev.koshin.app.view.Check;
import dev.koshin.app.view.Forecast;
import dev.koshin.app.view.Screen;
import dev.koshin.app.wiring.Failure;
import dev.koshin.app.wiring.Installation;
import dev.koshin.app.wiring.Wiring;
import dev.koshin.inventory.Credential;
import dev.koshin.inventory.Gathered;
import dev.koshin.issuer.gitlabrest.AdminReport;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which credential stops working first. Looks as {@code koshin status} does: tokens are listed in bulk, and a value is
 * asked about only the first time that it is met, which the journal remembers.
 */
final class FirstToBreak {
    private final Facts facts;
    private final Path configuration;

    FirstToBreak(Facts facts, Path configuration) {
        this.facts = facts;
        this.configuration = configuration;
    }

    Forecast look() {
        return switch (facts.admin()) {
            case Effect.Done<AdminReport>(AdminReport report) -> all(report);
            case Effect.Refused<AdminReport>(Problem problem) -> without(problem);
            case Effect.Unclear<AdminReport>(Problem problem) -> without(problem);
        };
    }

    /** Without an administrator's token nothing can be listed; but a dead one has stopped working itself. */
    private Forecast without(Problem problem) {
        return switch (problem.reason()) {
            case ADMIN_TOKEN_EXPIRED, ADMIN_TOKEN_REVOKED, ADMIN_TOKEN_UNKNOWN ->
                Life.forecast(List.of(Life.dead(Life.ADMIN)), Clock.systemUTC().instant(), List.of(problem));
            default -> Forecast.unseen(problem);
        };
    }

    private Forecast all(AdminReport report) {
        try (Installation installation = Wiring.reading(Optional.of(configuration))) {
            List<Credential> credentials = installation.credentials();
            Gathered gathered = installation.gather(credentials);
            List<Problem> unseen =
                    new ArrayList<>(installation.unseen().stream().toList());
            List<Life> lives = new ArrayList<>();
            for (Credential one : credentials) {
                Life.Known known = Life.of(one, gathered.of(one.name()));
                lives.addAll(known.lives());
                unseen.addAll(known.unseen());
            }
            lives.add(Life.admin(report, facts.config().policy(), gathered.at()));
            return Life.forecast(
                    lives, gathered.at(), unseen.stream().distinct().toList());
        } catch (JournalUnavailable e) {
            return Forecast.unseen(e.problem());
        } catch (Failure e) {
            return Forecast.unseen(e.problems().getFirst().problem());
        }
    }

    static Check check(Forecast forecast, Screen screen) {
        String evidence = forecast.text(screen);
        if (forecast.soon() > 0) {
            return Check.warned(
                    Keys.BREAKS,
                    evidence,
                    forecast.first().map(breaks -> problem(breaks, screen)).stream()
                            .toList());
        }
        return forecast.unseen().isEmpty()
                ? Check.ok(Keys.BREAKS, evidence)
                : new Check(Keys.BREAKS, Check.Result.UNSEEN, evidence, forecast.unseen());
    }

    private static Problem problem(Forecast.Breaks breaks, Screen screen) {
        return breaks.instant()
                .map(instant -> Problem.of(Reason.CREDENTIAL_BREAKS_SOON, breaks.credential(), screen.time(instant)))
                .orElseGet(() -> Problem.of(Reason.CREDENTIAL_BROKEN, breaks.credential()));
    }
}
