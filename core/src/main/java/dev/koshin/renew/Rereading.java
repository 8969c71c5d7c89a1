package dev.koshin.renew;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Trail;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.TokenRef;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import java.util.Optional;

/** Reads every target once more: an old token may go only while each of them holds the new one. */
final class Rereading {
    private Rereading() {}

    /** Where to go on if a target holds something else or cannot be read; empty if all of them hold {@code fresh}. */
    static Optional<State> moved(Run run, Trail trail, TokenRef fresh) {
        for (Target target : run.credential().targets()) {
            Effect<Held> now = target.read();
            if (!(now instanceof Effect.Done<Held>(Held held))) {
                return Optional.of(run.stop(trail, Run.problem(now)));
            }
            if (!held.fingerprint().equals(Optional.of(fresh.fingerprint()))) {
                return Optional.of(changed(run, trail, target, held));
            }
        }
        return Optional.empty();
    }

    /** Somebody put another value there: an old one, as ITA itself does, is replaced again by a new token. */
    private static State changed(Run run, Trail trail, Target target, Held held) {
        Effect<Held> known =
                Recognition.of(trail, target.name(), held, run.credential().issuer());
        return known instanceof Effect.Done
                ? reopen(run, trail, Run.problem(Reason.TARGET_CHANGED, target.name()))
                : run.stop(trail, Run.problem(known));
    }

    /** Makes another token, because of {@code problem} with the proven one. */
    static State reopen(Run run, Trail trail, Problem problem) {
        Trail open = run.append(trail, new Entry.Reopened(trail.renewal(), problem));
        return Beginning.planned(run, open);
    }
}
