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
                        open(seen, now),
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

    private static Optional<Verdict> open(Observation seen, Instant now) {
        return seen.open().map(trail -> switch (trail.stage()) {
            case Trail.Open _, Trail.Retiring _, Trail.Finished _ -> Verdict.of(Verdict.Why.UNFINISHED);
            case Trail.Proven proven -> proven(seen, proven, now);
            case Trail.Parked(Problem problem, var _) -> Verdict.problem(Verdict.Why.PARKED, problem);
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
                && token.id().equals(fresh.id());
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
