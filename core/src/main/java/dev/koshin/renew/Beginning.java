package dev.koshin.renew;

import dev.koshin.inventory.Findings;
import dev.koshin.journal.Entry;
import dev.koshin.journal.Trail;
import dev.koshin.model.OldToken;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.TokenRef;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Planner;
import dev.koshin.plan.Seen;
import dev.koshin.plan.Verdict;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds the first state of a run: by looking once more under the lease, or by the entries of a renewal that is open.
 */
final class Beginning {
    /** Characters that must fit: the longest values that GitLab makes by default, with the longest prefix it allows. */
    static final int ROOM = 80;

    private Beginning() {}

    /** Nothing is open: asks again whether the credential is due, as another worker may have been here meanwhile. */
    static Outcome anew(Run run) {
        Effect<List<State.Slot>> looked = look(run);
        if (!(looked instanceof Effect.Done<List<State.Slot>>(List<State.Slot> slots))) {
            return leave(run, failed(Run.problem(looked)));
        }
        Observation seen = again(run, slots);
        Verdict verdict = verdict(run, seen);
        if (verdict.action() != Verdict.Action.RENEW && !replaces(run, verdict)) {
            return leave(run, notNow(verdict));
        }
        return switch (Replaced.by(run, seen, slots)) {
            case Effect.Done<List<OldToken>>(List<OldToken> old) ->
                run.from(new State.Planned(started(run, old, verdict), false, 0, seen.live(), slots));
            case Effect.Refused<List<OldToken>>(Problem problem) -> leave(run, failed(problem));
            case Effect.Unclear<List<OldToken>>(Problem problem) -> leave(run, failed(problem));
        };
    }

    static Outcome leave(Run run, Outcome outcome) {
        run.tools().journal().release(run.lease(), List.of());
        return outcome;
    }

    static Outcome failed(Problem problem) {
        return switch (problem.reason().remedy()) {
            case DECIDE -> new Outcome.Parked(problem);
            case TRY_AGAIN -> new Outcome.Failed(problem);
        };
    }

    private static Outcome notNow(Verdict verdict) {
        return verdict.action() == Verdict.Action.DECIDE
                ? verdict.problem().map(Beginning::failed).orElseGet(() -> new Outcome.NotNeeded(verdict))
                : new Outcome.NotNeeded(verdict);
    }

    private static boolean replaces(Run run, Verdict verdict) {
        return run.order().asks(Order.Wish.REPLACE)
                && switch (verdict.why()) {
                    case UNKNOWN_TOKEN, TARGETS_DIFFER, MADE_BY_HAND, MADE_BY_HAND_DUE -> true;
                    default -> false;
                };
    }

    /** What the targets hold now; GitLab is asked only about values that were not there before. */
    private static Observation again(Run run, List<State.Slot> slots) {
        List<Seen> now = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            State.Slot slot = slots.get(i);
            Seen before = run.seen().seen().get(i);
            now.add(
                    same(before, slot.held())
                            ? before
                            : Findings.ask(
                                    slot.target().name(),
                                    slot.held(),
                                    run.credential().issuer()));
        }
        return new Observation(
                run.seen().credential(),
                run.now(),
                now,
                Optional.empty(),
                run.seen().strays(),
                run.seen().leaving(),
                run.seen().holders(),
                run.seen().past());
    }

    private static boolean same(Seen before, Held held) {
        return before.print().equals(held.fingerprint()) && !(before.finding() instanceof Seen.Unreadable);
    }

    /** {@code --force} is about the token that the operator saw; if it was replaced meanwhile, it is satisfied. */
    private static Verdict verdict(Run run, Observation seen) {
        boolean unchanged = seen.seen().equals(run.seen().seen());
        return run.order().asks(Order.Wish.FORCE) && unchanged
                ? Planner.judgeForced(seen, run.credential().policy(), run.now())
                : Planner.judge(seen, run.credential().policy(), run.now());
    }

    private static Trail started(Run run, List<OldToken> old, Verdict verdict) {
        RenewalId id = RenewalId.random(run.tools().random());
        return Trail.started(
                new Entry.Started(
                        id, run.credential().name(), old, verdict.why().code()),
                run.now());
    }

    /** A renewal is open: goes on where its entries end. */
    static Outcome again(Run run, Trail trail) {
        return switch (trail.stage()) {
            case Trail.Open _ -> run.from(planned(run, trail));
            case Trail.Adopted(TokenRef token) -> run.from(Adopting.goingOn(run, trail, token));
            case Trail.Proven stage -> run.from(new State.Proven(trail, stage, alive(run.seen(), stage.fresh())));
            case Trail.Retiring(TokenRef fresh, var _) -> run.from(checkedAgain(run, trail, fresh));
            case Trail.Finished(TokenRef fresh) -> leave(run, new Outcome.Finished(fresh, trail.revoked()));
            case Trail.Parked(Problem problem, var _) -> resumed(run, trail, problem);
            case Trail.RollingBack _ ->
                resumed(run, trail, Run.problem(Reason.ROLLBACK_UNFINISHED, trail.credential()));
        };
    }

    private static Outcome resumed(Run run, Trail trail, Problem problem) {
        if (!run.order().asks(Order.Wish.RESUME)) {
            return leave(run, new Outcome.Parked(problem));
        }
        boolean replace = run.order().asks(Order.Wish.REPLACE);
        return again(run, run.append(trail, new Entry.Resumed(trail.renewal(), replace)));
    }

    /** Hours may have passed since the revocation began, so what allowed it is checked once more. */
    private static State checkedAgain(Run run, Trail trail, TokenRef fresh) {
        Trail.Proven proven = new Trail.Proven(fresh, new TreeSet<>(), Instant.EPOCH);
        return new State.Proven(trail, proven, alive(run.seen(), fresh));
    }

    private static Optional<Instant> alive(Observation seen, TokenRef fresh) {
        return seen.seen().stream()
                        .anyMatch(one -> one.finding() instanceof Seen.Live
                                && one.print().equals(Optional.of(fresh.fingerprint())))
                ? Optional.of(seen.at())
                : Optional.empty();
    }

    static State planned(Run run, Trail trail) {
        return switch (look(run)) {
            case Effect.Done<List<State.Slot>>(List<State.Slot> slots) -> planned(run, trail, slots);
            case Effect.Refused<List<State.Slot>>(Problem problem) -> run.stop(trail, problem);
            case Effect.Unclear<List<State.Slot>>(Problem problem) -> run.stop(trail, problem);
        };
    }

    /** Scopes are kept, and strangers' tokens spared, only if each value was recognised. */
    private static State planned(Run run, Trail trail, List<State.Slot> slots) {
        Observation seen = again(run, slots);
        return seen.seen().stream()
                .map(Seen::finding)
                .filter(Seen.Unreadable.class::isInstance)
                .<State>map(finding -> run.stop(trail, ((Seen.Unreadable) finding).problem()))
                .findFirst()
                .orElseGet(() -> new State.Planned(trail, true, 0, seen.live(), slots));
    }

    /** Checks that every target can be written, and keeps what each holds: the value that delivery will expect. */
    static Effect<List<State.Slot>> look(Run run) {
        List<State.Slot> slots = new ArrayList<>();
        for (Target target : run.credential().targets()) {
            Effect<Held> held = target.preflight(ROOM);
            if (!(held instanceof Effect.Done<Held>(Held value))) {
                return held.map(_ -> List.of());
            }
            slots.add(new State.Slot(target, value));
        }
        return new Effect.Done<>(slots);
    }
}
