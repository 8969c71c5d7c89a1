package dev.koshin.renew;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Trail;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Target;

/** From {@link State.Probed} to {@link State.Delivered}: each target in turn, by compare-and-set. */
final class Delivering {
    private static final int TRIES = 3;

    private Delivering() {}

    static State step(Run run, State.Probed probed) {
        Trail trail = probed.trail();
        for (State.Slot slot : probed.slots()) {
            Effect<Held> held = delivered(run, trail, slot, probed.fresh().secret());
            if (!(held instanceof Effect.Done)) {
                return run.stop(trail, Run.problem(held));
            }
            trail = recorded(run, trail, slot.target(), probed.fresh());
        }
        return new State.Delivered(trail, probed.fresh());
    }

    private static Trail recorded(Run run, Trail trail, Target target, Issued fresh) {
        return run.append(trail, new Entry.Delivered(trail.renewal(), target.name(), fresh.ref()));
    }

    /** Done once the target holds {@code secret}. */
    private static Effect<Held> delivered(Run run, Trail trail, State.Slot slot, Secret secret) {
        Target target = slot.target();
        Effect<Held> expected = new Effect.Done<>(slot.held());
        for (int i = 0; i < TRIES; i++) {
            if (!(expected instanceof Effect.Done<Held>(Held held)) || held.is(secret)) {
                return expected;
            }
            Effect<Target.Receipt> answer = target.deliver(held, secret);
            switch (answer) {
                case Effect.Done<Target.Receipt> _ -> {
                    return new Effect.Done<>(new Held.Value(secret));
                }
                case Effect.Refused<Target.Receipt>(Problem problem)
                when !changed(problem) -> {
                    return new Effect.Refused<>(problem);
                }
                case Effect.Refused<Target.Receipt> _, Effect.Unclear<Target.Receipt> _ -> {
                    expected = readAgain(run, trail, target, secret);
                    stillOurs(run, trail, Run.problem(answer));
                }
            }
        }
        return settled(target, expected, secret);
    }

    private static boolean changed(Problem problem) {
        return problem.reason() == Reason.TARGET_CHANGED;
    }

    /**
     * Fails if another worker has taken over. It comes after the reading: then what was read cannot be the newer token
     * of that worker, and compare-and-set protects the target from this one.
     */
    private static void stillOurs(Run run, Trail trail, Problem problem) {
        run.append(trail, new Entry.Interrupted(trail.renewal(), problem));
    }

    /** What the target holds now, if it is {@code secret} or may be overwritten. */
    private static Effect<Held> readAgain(Run run, Trail trail, Target target, Secret secret) {
        return target.read()
                .flatMap(held -> held.is(secret)
                        ? new Effect.Done<>(held)
                        : Recognition.of(
                                trail, target.name(), held, run.credential().issuer()));
    }

    private static Effect<Held> settled(Target target, Effect<Held> last, Secret secret) {
        return last.flatMap(held -> held.is(secret)
                ? new Effect.Done<>(held)
                : new Effect.Refused<>(Run.problem(Reason.TARGET_KEEPS_CHANGING, target.name())));
    }
}
