package dev.koshin.renew;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Trail;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.TokenRef;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The last step: whatever was to be revoked is dead, and what was kept for the way back goes. */
final class Finishing {
    private Finishing() {}

    /**
     * Writes {@code before} and the end. What was kept goes first, so that a crash cannot leave it behind: the next run
     * then comes by here again. If it cannot be removed now, the next renewal does it; it is of no worth any more.
     */
    static State end(Run run, Trail trail, List<Entry> before) {
        Keeping.remove(run, trail, Set.of(trail.renewal()));
        Set<RenewalId> others = Keeping.listed(run, trail);
        State end = trail.back().map(old -> back(run, trail, old, before)).orElseGet(() -> forward(run, trail, before));
        Keeping.remove(run, trail, others);
        return end;
    }

    private static State forward(Run run, Trail trail, List<Entry> before) {
        Trail end = release(run, trail, before, new Entry.Finished(trail.renewal()));
        TokenRef fresh = end.proven().orElseThrow();
        return new State.Stopped(new Outcome.Finished(fresh, end.revoked()));
    }

    /**
     * The old token may be due, so it would be renewed at once; that waits for a person, whose {@code resume} ends it.
     */
    private static State back(Run run, Trail trail, TokenRef old, List<Entry> before) {
        Entry last = run.order().asks(Order.Wish.RESUME)
                ? new Entry.Finished(trail.renewal())
                : new Entry.Parked(trail.renewal(), Run.problem(Reason.ROLLED_BACK, trail.credential()));
        Trail end = release(run, trail, before, last);
        return new State.Stopped(new Outcome.RolledBack(old, end.revoked()));
    }

    private static Trail release(Run run, Trail trail, List<Entry> before, Entry last) {
        return run.release(
                trail, Stream.concat(before.stream(), Stream.of(last)).toList());
    }
}
