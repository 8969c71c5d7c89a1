package dev.koshin.renew;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Trail;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Use;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** From {@link State.Delivered} over {@link State.Applied} to {@link State.Proven}. */
final class Proving {
    private Proving() {}

    static State apply(Run run, State.Delivered delivered) {
        Trail trail = delivered.trail();
        return switch (run.credential()
                .consumers()
                .apply(delivered.fresh().secret().fingerprint())) {
            case Effect.Done<List<String>>(List<String> consumers) ->
                new State.Applied(applied(run, trail, consumers), delivered.fresh());
            case Effect.Refused<List<String>>(Problem problem) -> run.stop(trail, problem);
            case Effect.Unclear<List<String>>(Problem problem) -> run.stop(trail, problem);
        };
    }

    static Trail applied(Run run, Trail trail, List<String> consumers) {
        return consumers.isEmpty() ? trail : run.append(trail, new Entry.Applied(trail.renewal(), consumers));
    }

    static State step(Run run, State.Applied applied) {
        Optional<Problem> elsewhere = firstWithout(run, applied);
        if (elsewhere.isPresent()) {
            return run.stop(applied.trail(), elsewhere.get());
        }
        return switch (run.credential()
                .consumers()
                .running(applied.fresh().secret().fingerprint())) {
            case Effect.Done<SortedSet<Use>>(SortedSet<Use> uses) -> proven(run, applied, uses);
            case Effect.Refused<SortedSet<Use>>(Problem problem) -> run.stop(applied.trail(), problem);
            case Effect.Unclear<SortedSet<Use>>(Problem problem) -> run.stop(applied.trail(), problem);
        };
    }

    private static Optional<Problem> firstWithout(Run run, State.Applied applied) {
        for (Target target : run.credential().targets()) {
            Effect<Held> held = target.read();
            if (!(held instanceof Effect.Done<Held>(Held value))) {
                return Optional.of(Run.problem(held));
            }
            if (!value.is(applied.fresh().secret())) {
                return Optional.of(Run.problem(Reason.TARGET_CHANGED, target.name()));
            }
        }
        return Optional.empty();
    }

    /** Grace is time to find out that the new token fails somewhere; whoever rolls back has found that out. */
    private static Instant retireAfter(Run run, State.Applied applied, Instant now) {
        return applied.trail().back().isPresent()
                ? now
                : now.plus(run.credential().policy().grace());
    }

    private static State proven(Run run, State.Applied applied, SortedSet<Use> uses) {
        Instant now = run.now();
        Instant retireAfter = retireAfter(run, applied, now);
        Trail trail = run.append(
                applied.trail(),
                new Entry.Proven(applied.trail().renewal(), applied.fresh().ref(), uses),
                new Entry.RetireAfter(applied.trail().renewal(), retireAfter));
        return new State.Proven(trail, new Trail.Proven(applied.fresh().ref(), uses, retireAfter), Optional.of(now));
    }
}
