package dev.koshin.plan;

import dev.koshin.journal.Trail;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Token;
import dev.koshin.model.TokenRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Judges credentials. The first rule that applies decides. */
public final class Planner {
    private Planner() {}

    /** What to do about {@code seen} at {@code now} under {@code policy}. */
    public static Verdict judge(Observation seen, Policy policy, Instant now) {
        return Stream.of(
                        parked(seen),
                        unreadable(seen),
                        open(seen, policy, now),
                        drifted(seen, policy, now),
                        unknown(seen),
                        differing(seen),
                        dead(seen, Seen.Expired.class, Verdict.Why.EXPIRED),
                        dead(seen, Seen.Revoked.class, Verdict.Why.REVOKED),
                        empty(seen))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> byTime(seen.live().getFirst(), policy, now));
    }

    /** As {@link #judge}, for an operator who wants fresh tokens renewed too. */
    public static Verdict judgeForced(Observation seen, Policy policy, Instant now) {
        Verdict verdict = judge(seen, policy, now);
        return switch (verdict.why()) {
            case FRESH, NEVER_EXPIRES -> Verdict.of(Verdict.Why.FORCED);
            case PARKED,
                    UNREADABLE,
                    PUT_BACK,
                    UNFINISHED,
                    GRACE,
                    READY_TO_RETIRE,
                    NO_TOKEN,
                    USER_UNUSABLE,
                    MADE_BY_HAND,
                    MADE_BY_HAND_DUE,
                    FORGOTTEN,
                    EMPTIED,
                    UNKNOWN_TOKEN,
                    TARGETS_DIFFER,
                    EXPIRED,
                    REVOKED,
                    DUE,
                    FORCED -> verdict;
        };
    }

    private static Optional<Verdict> parked(Observation seen) {
        return seen.open()
                .map(Trail::stage)
                .filter(Trail.Parked.class::isInstance)
                .map(stage -> Verdict.problem(Verdict.Why.PARKED, ((Trail.Parked) stage).problem()));
    }

    private static Optional<Verdict> unreadable(Observation seen) {
        return seen.seen().stream()
                .map(Seen::finding)
                .filter(Seen.Unreadable.class::isInstance)
                .map(finding -> Verdict.problem(Verdict.Why.UNREADABLE, ((Seen.Unreadable) finding).problem()))
                .findFirst();
    }

    private static Optional<Verdict> open(Observation seen, Policy policy, Instant now) {
        return seen.open().map(trail -> switch (trail.stage()) {
            case Trail.Open _, Trail.Adopted _, Trail.Retiring _, Trail.Finished _ ->
                Verdict.of(Verdict.Why.UNFINISHED);
            case Trail.Proven proven -> byHand(seen, policy, now).orElseGet(() -> proven(seen, proven, now));
            case Trail.Parked(Problem problem, var _) -> Verdict.problem(Verdict.Why.PARKED, problem);
            case Trail.RollingBack _ ->
                Verdict.problem(
                        Verdict.Why.PARKED,
                        Problem.of(Reason.ROLLBACK_UNFINISHED, seen.credential().value()));
        });
    }

    private static Verdict proven(Observation seen, Trail.Proven proven, Instant now) {
        if (!seen.seen().stream().allMatch(one -> holds(one, proven.fresh()))) {
            return Verdict.of(Verdict.Why.PUT_BACK);
        }
        return now.isBefore(proven.retireAfter())
                ? Verdict.from(Verdict.Why.GRACE, proven.retireAfter())
                : Verdict.from(Verdict.Why.READY_TO_RETIRE, proven.retireAfter());
    }

    private static boolean holds(Seen one, TokenRef fresh) {
        return one.finding() instanceof Seen.Live(Token token, var _)
                && token.id().equals(fresh.id())
                && one.print().equals(Optional.of(fresh.fingerprint()));
    }

    /** What somebody did behind Koshin's back, unless the rules for what was found say enough. */
    private static Optional<Verdict> drifted(Observation seen, Policy policy, Instant now) {
        return Drift.of(seen).flatMap(drift -> switch (drift.kind()) {
            case USER_UNUSABLE -> Optional.of(Verdict.problem(Verdict.Why.USER_UNUSABLE, drift.problem()));
            case MADE_BY_HAND -> byHand(seen, policy, now);
            case FORGOTTEN -> Optional.of(Verdict.of(Verdict.Why.FORGOTTEN));
            case PUT_BACK -> Optional.of(Verdict.of(Verdict.Why.PUT_BACK));
            case EMPTIED -> Optional.of(Verdict.of(Verdict.Why.EMPTIED));
            case TARGET_MISSING, UNKNOWN_VALUE, REVOKED, DEAD_VALUE -> Optional.empty();
        });
    }

    /**
     * Somebody's own token is neither overwritten nor revoked, and as long as every target holds it and it is fresh,
     * nobody needs to do anything.
     */
    private static Optional<Verdict> byHand(Observation seen, Policy policy, Instant now) {
        return Drift.of(seen)
                .filter(drift ->
                        drift.kind() == Drift.Kind.MADE_BY_HAND && seen.live().size() == 1)
                .map(drift -> {
                    Verdict time = byTime(seen.live().getFirst(), policy, now);
                    boolean leave = time.action() == Verdict.Action.LEAVE && everywhere(seen);
                    Verdict.Why why = leave ? Verdict.Why.MADE_BY_HAND : Verdict.Why.MADE_BY_HAND_DUE;
                    return new Verdict(why.action(), why, time.from(), Optional.of(drift.problem()));
                });
    }

    private static boolean everywhere(Observation seen) {
        return seen.seen().stream().map(Seen::finding).allMatch(Seen.Live.class::isInstance);
    }

    private static Optional<Verdict> unknown(Observation seen) {
        return first(seen, Seen.Unknown.class::isInstance)
                .map(one -> Verdict.problem(
                        Verdict.Why.UNKNOWN_TOKEN,
                        Problem.of(Reason.TARGET_HOLDS_UNKNOWN, one.target().value())));
    }

    private static Optional<Verdict> differing(Observation seen) {
        List<Token> live = seen.live();
        return live.size() < 2
                ? Optional.empty()
                : Optional.of(Verdict.problem(
                        Verdict.Why.TARGETS_DIFFER,
                        Problem.of(
                                Reason.TARGETS_DIFFER,
                                String.join(
                                        ", ",
                                        live.stream()
                                                .map(token ->
                                                        Long.toString(token.id().value()))
                                                .toList()))));
    }

    private static Optional<Verdict> dead(Observation seen, Class<? extends Seen.Finding> kind, Verdict.Why why) {
        return first(seen, kind::isInstance).map(_ -> Verdict.of(why));
    }

    /**
     * An empty target among full ones is filled with the next renewal, which is now; an empty credential is skipped.
     */
    private static Optional<Verdict> empty(Observation seen) {
        if (seen.live().isEmpty()) {
            return Optional.of(Verdict.of(Verdict.Why.NO_TOKEN));
        }
        return first(seen, Seen.Empty.class::isInstance).map(_ -> Verdict.of(Verdict.Why.DUE));
    }

    private static Verdict byTime(Token token, Policy policy, Instant now) {
        return policy.due(token)
                .map(due -> Verdict.from(now.isBefore(due) ? Verdict.Why.FRESH : Verdict.Why.DUE, due))
                .orElseGet(() -> Verdict.of(Verdict.Why.NEVER_EXPIRES));
    }

    private static Optional<Seen> first(Observation seen, Predicate<Seen.Finding> kind) {
        return seen.seen().stream().filter(one -> kind.test(one.finding())).findFirst();
    }
}
