package dev.koshin.renew;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Trail;
import dev.koshin.model.Account;
import dev.koshin.model.OldToken;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.model.Use;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** From {@link State.Proven} to {@link State.Retired}: makes sure that the old token may go, and says which ones go. */
final class Retiring {
    /** How long ago the new token may have been seen to work, before it is asked again. */
    private static final Duration RECENT = Duration.ofMinutes(5);

    private Retiring() {}

    static State step(Run run, State.Proven proven) {
        List<Held> held = new ArrayList<>();
        for (Target target : run.credential().targets()) {
            Effect<Held> now = target.read();
            if (!(now instanceof Effect.Done<Held>(Held value))) {
                return run.stop(proven.trail(), Run.problem(now));
            }
            if (!holds(value, proven.stage().fresh())) {
                return reopened(run, proven, target, value);
            }
            held.add(value);
        }
        return early(run, proven) ? waiting(run, proven, new TreeSet<>()) : afterGrace(run, proven, held.getFirst());
    }

    private static boolean holds(Held held, TokenRef fresh) {
        return held.fingerprint().equals(Optional.of(fresh.fingerprint()));
    }

    /** Somebody put another value there: an old one, as ITA itself does, is replaced again by a new token. */
    private static State reopened(Run run, State.Proven proven, Target target, Held value) {
        Trail trail = proven.trail();
        Effect<Held> known =
                Recognition.of(trail, target.name(), value, run.credential().issuer());
        if (!(known instanceof Effect.Done)) {
            return run.stop(trail, Run.problem(known));
        }
        return reopen(run, trail, Run.problem(Reason.TARGET_CHANGED, target.name()));
    }

    private static State reopen(Run run, Trail trail, Problem problem) {
        Trail open = run.append(trail, new Entry.Reopened(trail.renewal(), problem));
        return Beginning.planned(run, open);
    }

    private static boolean early(Run run, State.Proven proven) {
        return !run.order().asks(Order.Wish.RETIRE_NOW)
                && run.now().isBefore(proven.stage().retireAfter());
    }

    private static State waiting(Run run, State.Proven proven, SortedSet<Use> uses) {
        run.release(proven.trail(), List.of());
        return new State.Stopped(
                new Outcome.Proven(proven.stage().fresh(), proven.stage().retireAfter(), uses));
    }

    private static State afterGrace(Run run, State.Proven proven, Held held) {
        if (run.order().asks(Order.Wish.IGNORE_USES) || proven.stage().uses().isEmpty()) {
            return alive(run, proven, held);
        }
        Effect<SortedSet<Use>> running = run.credential().consumers().running();
        if (!(running instanceof Effect.Done<SortedSet<Use>>(SortedSet<Use> now))) {
            return run.stop(proven.trail(), Run.problem(running));
        }
        TreeSet<Use> still = new TreeSet<>(proven.stage().uses());
        still.retainAll(now);
        return still.isEmpty() ? alive(run, proven, held) : waiting(run, proven, still);
    }

    /** The new token may have died in the meantime, by another hand; then the old one is all there is. */
    private static State alive(Run run, State.Proven proven, Held held) {
        if (proven.alive().filter(seen -> recent(seen, run.now())).isPresent()
                || !(held instanceof Held.Value(var secret))) {
            return doomed(run, proven);
        }
        Effect<Inspection> answer = run.credential().issuer().inspect(secret);
        if (!(answer instanceof Effect.Done<Inspection>(Inspection inspection))) {
            return run.stop(proven.trail(), Run.problem(answer));
        }
        return inspection instanceof Inspection.Live
                ? doomed(run, proven)
                : reopen(
                        run,
                        proven.trail(),
                        Run.problem(
                                Reason.TOKEN_DOES_NOT_WORK,
                                proven.stage().fresh().id().value()));
    }

    private static boolean recent(Instant seen, Instant now) {
        return Duration.between(seen, now).compareTo(RECENT) < 0;
    }

    /**
     * Fixes in the journal exactly which tokens go, before any goes: a worker that was overtaken meanwhile fails here,
     * and one that is overtaken later knows no token that is newer than this list.
     */
    private static State doomed(Run run, State.Proven proven) {
        Effect<List<TokenId>> leftovers = leftovers(run, proven.trail());
        if (!(leftovers instanceof Effect.Done<List<TokenId>>(List<TokenId> found))) {
            return run.stop(proven.trail(), Run.problem(leftovers));
        }
        TreeSet<TokenId> doomed = new TreeSet<>();
        Stream.of(
                        proven.trail().old().stream().map(OldToken::id).flatMap(Optional::stream),
                        proven.trail().made().stream().map(TokenRef::id),
                        found.stream())
                .flatMap(ids -> ids)
                .filter(id -> !id.equals(proven.stage().fresh().id()))
                .forEach(doomed::add);
        Trail trail =
                run.append(proven.trail(), new Entry.Revoking(proven.trail().renewal(), doomed));
        return new State.Retired(trail, new Trail.Retiring(proven.stage().fresh(), doomed));
    }

    /** Asks GitLab only if an answer was lost; else the journal names all that was made. */
    private static Effect<List<TokenId>> leftovers(Run run, Trail trail) {
        return trail.lostAnswers()
                ? run.credential()
                        .issuer()
                        .preflight(Optional.empty())
                        .flatMap((Account account) -> run.credential().issuer().marked(account, trail.renewal()))
                        .map(tokens -> tokens.stream().map(Token::id).toList())
                : new Effect.Done<>(List.of());
    }
}
