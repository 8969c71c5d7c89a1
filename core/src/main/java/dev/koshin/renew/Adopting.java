package dev.koshin.renew;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Trail;
import dev.koshin.model.Account;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.plan.Planner;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Target;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Takes over a token that a person made and put into every target: looks, asks GitLab, and writes one entry. Neither
 * GitLab nor a target is changed; an open renewal is ended by the next run, with this token as its new one.
 */
final class Adopting {
    private Adopting() {}

    static Outcome adopt(Run run, Optional<Trail> open) {
        Effect<Secret> held = same(run);
        if (held instanceof Effect.Done<Secret>(Secret secret) && ours(run, open, secret)) {
            return Beginning.leave(
                    run,
                    new Outcome.NotNeeded(
                            Planner.judge(run.seen(), run.credential().policy(), run.now())));
        }
        Effect<Issued> checked = held.flatMap(secret -> checked(run, secret));
        return checked instanceof Effect.Done<Issued>(Issued token)
                ? written(run, open, token.ref())
                : Beginning.leave(run, Beginning.failed(Run.problem(checked)));
    }

    /** The value that all targets hold. */
    private static Effect<Secret> same(Run run) {
        Optional<Secret> same = Optional.empty();
        for (Target target : run.credential().targets()) {
            Effect<Held> read = target.read();
            if (!(read instanceof Effect.Done<Held>(Held held))) {
                return read.map(_ -> Secret.of("-"));
            }
            if (!(held instanceof Held.Value(Secret secret))) {
                return new Effect.Refused<>(Run.problem(Reason.ADOPTED_NOT_LIVE, target.name()));
            }
            if (same.filter(before -> !before.equals(secret)).isPresent()) {
                return new Effect.Refused<>(Run.problem(Reason.TARGETS_DIFFER, target.name()));
            }
            same = Optional.of(secret);
        }
        return new Effect.Done<>(same.orElseThrow());
    }

    /** Whether there is nothing to adopt: the token is the proven one, or there is none to tell it from. */
    private static boolean ours(Run run, Optional<Trail> open, Secret secret) {
        return open.map(trail ->
                        trail.proven().filter(fresh -> fresh.fingerprint().equals(secret.fingerprint())))
                .map(Optional::isPresent)
                .orElseGet(() ->
                        run.seen().past().last().isEmpty() || run.seen().past().isLast(secret.fingerprint()));
    }

    private static Effect<Issued> checked(Run run, Secret secret) {
        return run.credential().issuer().inspect(secret).flatMap(answer -> switch (answer) {
            case Inspection.Live(Token token) -> owned(run, token, secret);
            case Inspection.Expired _, Inspection.Revoked _, Inspection.Unknown _ ->
                new Effect.Refused<>(Run.problem(
                        Reason.ADOPTED_NOT_LIVE,
                        run.credential().targets().getFirst().name()));
        });
    }

    private static Effect<Issued> owned(Run run, Token token, Secret secret) {
        TreeSet<String> missing = new TreeSet<>(run.credential().scopes());
        missing.removeAll(token.scopes());
        if (!missing.isEmpty()) {
            return new Effect.Refused<>(
                    Run.problem(Reason.ADOPTED_SCOPES_MISSING, token.id(), String.join(" ", missing)));
        }
        String user = run.credential().user();
        return run.credential()
                .issuer()
                .exercise(secret)
                .flatMap(account -> Account.named(user).fits(account) && account.owns(token)
                        ? new Effect.Done<>(new Issued(token, secret))
                        : new Effect.Refused<>(Run.problem(Reason.USER_DIFFERS, user, account.name())));
    }

    private static Outcome written(Run run, Optional<Trail> open, TokenRef token) {
        RenewalId id = open.map(Trail::renewal)
                .orElseGet(() -> RenewalId.random(run.tools().random()));
        run.tools()
                .journal()
                .release(
                        run.lease(),
                        List.of(new Entry.Adopted(id, run.credential().name(), token)));
        Optional<TokenId> left =
                open.isPresent() ? Optional.empty() : run.seen().unheld().map(Token::id);
        return new Outcome.Adopted(token, open.isPresent(), left);
    }

    /** What was adopted is applied and proven like a token that this renewal made and delivered. */
    static State goingOn(Run run, Trail trail, TokenRef token) {
        return Rereading.then(run, trail, token, secret -> switch (run.credential()
                .issuer()
                .inspect(secret)) {
            case Effect.Done<Inspection>(Inspection.Live(Token live)) ->
                new State.Delivered(trail, new Issued(live, secret));
            case Effect.Done<Inspection> _ ->
                Rereading.reopen(
                        run,
                        trail,
                        Run.problem(Reason.TOKEN_DOES_NOT_WORK, token.id().value()));
            case Effect.Refused<Inspection>(var problem) -> run.stop(trail, problem);
            case Effect.Unclear<Inspection>(var problem) -> run.stop(trail, problem);
        });
    }
}
