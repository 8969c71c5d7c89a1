package dev.koshin.renew;

import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Target;

/**
 * What an overtaken worker still does: it takes back the token that it alone knows. The worker that took over may have
 * swept already, and would not find it.
 */
final class Withdrawing {
    private Withdrawing() {}

    static void after(Run run, State state) {
        switch (state) {
            case State.Issued issued -> withdraw(run, issued.fresh());
            case State.Probed probed -> withdraw(run, probed.fresh());
            case State.Planned _,
                    State.Delivered _,
                    State.Applied _,
                    State.Proven _,
                    State.Retired _,
                    State.Stopped _ -> {
                // No token that only this worker knows.
            }
        }
    }

    /** Only if every target was read and none holds it: a delivery whose answer was lost may have arrived. */
    private static void withdraw(Run run, Issued fresh) {
        boolean nowhere = run.credential().targets().stream().map(Target::read).allMatch(held -> without(held, fresh));
        if (nowhere) {
            // Whatever this answers, nothing more can be done here; if it stays, it is reported as a stray.
            Effect<?> _ = run.credential().issuer().revoke(fresh.token().id());
        }
    }

    private static boolean without(Effect<Held> held, Issued fresh) {
        return held instanceof Effect.Done<Held>(Held value) && !value.is(fresh.secret());
    }
}
