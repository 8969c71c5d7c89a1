package dev.koshin.renew;

import dev.koshin.journal.Entry;
import dev.koshin.journal.LeaseLost;
import dev.koshin.journal.Trail;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Target;

/** From {@link State.Probed} to {@link State.Delivered}: each target in turn, by compare-and-set. */
final class Delivering {
    private static final int TRIES = 3;

    private final Run run;
    private final Issued fresh;

    /** Whether some target may hold the new value, now or when a slow answer arrives. */
    private boolean maybeThere;

    private Delivering(Run run, Issued fresh) {
        this.run = run;
        this.fresh = fresh;
    }

    static State step(Run run, State.Probed probed) {
        return new Delivering(run, probed.fresh()).step(probed);
    }

    private State step(State.Probed probed) {
        try {
            return toEach(probed);
        } catch (LeaseLost lost) {
            if (!maybeThere) {
                Withdrawing.withdraw(run, probed.trail(), fresh);
            }
            throw lost;
        }
    }

    private State toEach(State.Probed probed) {
        Trail trail = probed.trail();
        for (State.Slot slot : probed.slots()) {
            Effect<Held> held = delivered(trail, slot);
            if (!(held instanceof Effect.Done)) {
                return run.stop(trail, Run.problem(held));
            }
            maybeThere = true;
            trail = run.append(
                    trail, new Entry.Delivered(trail.renewal(), slot.target().name(), fresh.ref()));
        }
        return new State.Delivered(trail, fresh);
    }

    /** Done once the target holds the new value. */
    private Effect<Held> delivered(Trail trail, State.Slot slot) {
        Target target = slot.target();
        Effect<Held> expected = new Effect.Done<>(slot.held());
        for (int i = 0; i < TRIES; i++) {
            if (!(expected instanceof Effect.Done<Held>(Held held)) || held.is(fresh.secret())) {
                return expected;
            }
            Effect<Target.Receipt> answer = target.deliver(held, fresh.secret());
            switch (answer) {
                case Effect.Done<Target.Receipt> _ -> {
                    return new Effect.Done<>(new Held.Value(fresh.secret()));
                }
                case Effect.Refused<Target.Receipt>(Problem problem)
                when !changed(problem) -> {
                    return new Effect.Refused<>(problem);
                }
                case Effect.Refused<Target.Receipt>(Problem problem) -> expected = onceMore(trail, target, problem);
                case Effect.Unclear<Target.Receipt>(Problem problem) -> {
                    maybeThere = true;
                    expected = onceMore(trail, target, problem);
                }
            }
        }
        return settled(target, expected);
    }

    private static boolean changed(Problem problem) {
        return problem.reason() == Reason.TARGET_CHANGED;
    }

    /**
     * Reads again, and then fails if another worker has taken over. In this order what was read cannot be the newer
     * token of that worker, and compare-and-set protects the target from this one.
     */
    private Effect<Held> onceMore(Trail trail, Target target, Problem problem) {
        Effect<Held> now = readAgain(trail, target);
        run.append(trail, new Entry.Interrupted(trail.renewal(), problem));
        return now;
    }

    /** What the target holds now, if it is the new value or may be overwritten. */
    private Effect<Held> readAgain(Trail trail, Target target) {
        return target.read()
                .flatMap(held -> held.is(fresh.secret())
                        ? new Effect.Done<>(held)
                        : Recognition.of(
                                trail, target.name(), held, run.credential().issuer()));
    }

    private Effect<Held> settled(Target target, Effect<Held> last) {
        return last.flatMap(held -> held.is(fresh.secret())
                ? new Effect.Done<>(held)
                : new Effect.Refused<>(Run.problem(Reason.TARGET_KEEPS_CHANGING, target.name())));
    }
}
