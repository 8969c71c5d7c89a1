package dev.koshin.renew;

import dev.koshin.model.Account;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Token;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/** From {@link State.Issued} to {@link State.Probed}: the new token works and is what was asked for. */
final class Probing {
    /** A database replica behind GitLab may know a new token some 100 ms late. */
    private static final int TRIES = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private Probing() {}

    static State step(Run run, State.Issued issued) {
        Optional<Problem> problem = inspected(run, issued).or(() -> exercised(run, issued));
        return problem.<State>map(found -> run.stop(issued.trail(), found))
                .orElseGet(() -> new State.Probed(issued.trail(), issued.slots(), issued.fresh()));
    }

    private static Optional<Problem> inspected(Run run, State.Issued issued) {
        Effect<Inspection> answer = patiently(run, issued.fresh());
        if (!(answer instanceof Effect.Done<Inspection>(Inspection inspection))) {
            return Optional.of(Run.problem(answer));
        }
        return inspection instanceof Inspection.Live(Token token)
                ? wrong(run, issued, token)
                : Optional.of(Run.problem(
                        Reason.TOKEN_DOES_NOT_WORK, issued.fresh().token().id().value()));
    }

    private static Effect<Inspection> patiently(Run run, Issued fresh) {
        Duration pause = FIRST_PAUSE;
        Effect<Inspection> answer = run.credential().issuer().inspect(fresh.secret());
        for (int i = 1; i < TRIES && notYet(answer); i++) {
            run.tools().pauses().pause(pause);
            pause = pause.multipliedBy(2);
            answer = run.credential().issuer().inspect(fresh.secret());
        }
        return answer;
    }

    private static boolean notYet(Effect<Inspection> answer) {
        return answer instanceof Effect.Unclear || answer instanceof Effect.Done<Inspection>(Inspection.Unknown _);
    }

    private static Optional<Problem> wrong(Run run, State.Issued issued, Token token) {
        Token asked = issued.fresh().token();
        if (!token.id().equals(asked.id())
                || issued.account().id().filter(id -> !id.equals(token.user())).isPresent()) {
            return Optional.of(Run.problem(
                    Reason.TOKEN_DIFFERS, asked.id().value(), token.id().value()));
        }
        if (!token.scopes().containsAll(run.credential().scopes())) {
            TreeSet<String> missing = new TreeSet<>(run.credential().scopes());
            missing.removeAll(token.scopes());
            return Optional.of(Run.problem(Reason.TOKEN_SCOPES_MISSING, String.join(" ", missing)));
        }
        return dueAlready(run, token);
    }

    private static Optional<Problem> dueAlready(Run run, Token token) {
        Instant now = run.now();
        boolean lasts = token.live(now)
                && run.credential().policy().due(token).map(now::isBefore).orElse(true);
        return lasts
                ? Optional.empty()
                : Optional.of(Run.problem(
                        Reason.TOKEN_EXPIRES_TOO_SOON,
                        token.expiry().map(expiry -> expiry.day().toString()).orElse("-")));
    }

    private static Optional<Problem> exercised(Run run, State.Issued issued) {
        Effect<Account> used = run.credential().issuer().exercise(issued.fresh().secret());
        if (!(used instanceof Effect.Done<Account>(Account account))) {
            return Optional.of(Run.problem(used));
        }
        return issued.account().fits(account) && account.owns(issued.fresh().token())
                ? Optional.empty()
                : Optional.of(Run.problem(Reason.USER_DIFFERS, issued.account().name(), account.name()));
    }
}
