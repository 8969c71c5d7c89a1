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
import java.util.ArrayList;
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
                if (current instanceof State.Issued(Trail trail, var _, var _, var fresh)) {
                    Withdrawing.withdraw(this, trail, fresh);
                }
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

    /**
     * Ends the work as {@code problem} demands: parked if a person must decide, else to be tried again; {@code before}
     * that it writes what it learned.
     */
    State.Stopped stop(Trail trail, Problem problem, Entry... before) {
        List<Entry> last = new ArrayList<>(List.of(before));
        last.add(
                switch (problem.reason().remedy()) {
                    case DECIDE -> new Entry.Parked(trail.renewal(), problem);
                    case TRY_AGAIN -> new Entry.Interrupted(trail.renewal(), problem);
                });
        release(trail, last);
        return new State.Stopped(Beginning.failed(problem));
    }

    /** The problem of an effect that is not done. */
    static Problem problem(Effect<?> effect) {
        return effect.why()
                .orElseThrow(() -> new IllegalStateException(
                        "no problem in " + effect.getClass().getSimpleName()));
    }

    static Problem problem(Reason reason, Object... details) {
        return new Problem(
                reason, java.util.Arrays.stream(details).map(String::valueOf).toList());
    }
}
