package dev.koshin.renew;

import dev.koshin.inventory.Credential;
import dev.koshin.journal.Entry;
import dev.koshin.journal.Lease;
import dev.koshin.journal.LeaseLost;
import dev.koshin.journal.Trail;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.plan.Observation;
import dev.koshin.spi.Effect;
import java.time.Instant;
import java.util.List;

/** One worker's work on one credential, under one lease. */
record Run(Credential credential, Observation seen, Order order, Tools tools, Lease lease) {

    Instant now() {
        return tools.clock().instant();
    }

    /** Goes on from {@code state} until there is nothing more that this worker can do. */
    Outcome from(State state) {
        State current = state;
        while (!(current instanceof State.Stopped)) {
            try {
                current = step(current);
            } catch (LeaseLost lost) {
                Withdrawing.after(this, current);
                throw lost;
            }
        }
        return ((State.Stopped) current).outcome();
    }

    private State step(State state) {
        return switch (state) {
            case State.Planned planned -> Issuing.step(this, planned);
            case State.Issued issued -> Probing.step(this, issued);
            case State.Probed probed -> Delivering.step(this, probed);
            case State.Delivered delivered -> Proving.apply(this, delivered);
            case State.Applied applied -> Proving.step(this, applied);
            case State.Proven proven -> Retiring.step(this, proven);
            case State.Retired retired -> Revoking.step(this, retired);
            case State.Stopped stopped -> stopped;
        };
    }

    /** Appends {@code entries}, and answers the trail with them. */
    Trail append(Trail trail, Entry... entries) {
        tools.journal().append(lease, List.of(entries));
        return with(trail, List.of(entries));
    }

    /** Appends the last entries, and gives the lease back. */
    Trail release(Trail trail, List<Entry> entries) {
        tools.journal().release(lease, entries);
        return with(trail, entries);
    }

    Trail with(Trail trail, List<Entry> entries) {
        Trail sum = trail;
        for (Entry entry : entries) {
            sum = sum.after(entry, now());
        }
        return sum;
    }

    /** Ends the work as {@code problem} demands: parked if a person must decide, else to be tried again. */
    State.Stopped stop(Trail trail, Problem problem) {
        return switch (problem.reason().remedy()) {
            case DECIDE -> {
                release(trail, List.of(new Entry.Parked(trail.renewal(), problem)));
                yield new State.Stopped(new Outcome.Parked(problem));
            }
            case TRY_AGAIN -> {
                release(trail, List.of(new Entry.Interrupted(trail.renewal(), problem)));
                yield new State.Stopped(new Outcome.Failed(problem));
            }
        };
    }

    /** The problem of an effect that is not done. */
    static Problem problem(Effect<?> effect) {
        return switch (effect) {
            case Effect.Refused<?>(Problem problem) -> problem;
            case Effect.Unclear<?>(Problem problem) -> problem;
            case Effect.Done<?> done ->
                throw new IllegalStateException(
                        "no problem in " + done.getClass().getSimpleName());
        };
    }

    static Problem problem(Reason reason, Object... details) {
        return new Problem(
                reason, java.util.Arrays.stream(details).map(String::valueOf).toList());
    }
}
