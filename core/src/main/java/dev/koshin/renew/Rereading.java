package dev.koshin.renew;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Trail;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenRef;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import java.util.Optional;
import java.util.function.Function;

/** Reads every target once more: an old token may go only while each of them holds the new one. */
final class Rereading {
    private Rereading() {}

    /** What {@code next} makes of the value of {@code fresh}, if all targets hold it; else where to go on instead. */
    static State then(Run run, Trail trail, TokenRef fresh, Function<Secret, State> next) {
        Optional<Secret> same = Optional.empty();
        for (Target target : run.credential().targets()) {
            Effect<Held> now = target.read();
            if (!(now instanceof Effect.Done<Held>(Held held))) {
                return run.stop(trail, Run.problem(now));
            }
            if (!(held instanceof Held.Value(Secret secret))
                    || !secret.fingerprint().equals(fresh.fingerprint())) {
                return changed(run, trail, target, held);
            }
            same = Optional.of(secret);
        }
        return next.apply(same.orElseThrow());
    }

    /** Somebody put another value there: an old one, as ITA itself does, is replaced again by a new token. */
    private static State changed(Run run, Trail trail, Target target, Held held) {
        Effect<Held> known =
                Recognition.of(trail, target.name(), held, run.credential().issuer());
        if (known instanceof Effect.Done) {
            return reopenedOrLeft(run, trail, target);
        }
        return run.order().asks(Order.Wish.REPLACE)
                ? reopenedOrLeft(run, run.append(trail, new Entry.Resumed(trail.renewal(), true)), target)
                : run.stop(trail, Run.problem(known));
    }

    /**
     * On the way back no other token is made as long as none was revoked: the person wanted the old one. Later only
     * another one helps for sure, as the value that somebody put there may be dead.
     */
    private static State reopenedOrLeft(Run run, Trail trail, Target target) {
        Optional<TokenRef> back = trail.back().filter(_ -> trail.stage() instanceof Trail.Proven);
        return back.<State>map(old -> run.stop(
                        trail,
                        Run.problem(Reason.ROLLBACK_UNFINISHED, trail.credential()),
                        new Entry.RollingBack(trail.renewal(), old)))
                .orElseGet(() -> reopen(run, trail, Run.problem(Reason.TARGET_CHANGED, target.name())));
    }

    /** Makes another token, because of {@code problem} with the proven one. */
    static State reopen(Run run, Trail trail, Problem problem) {
        Trail open = run.append(trail, new Entry.Reopened(trail.renewal(), problem));
        return Beginning.planned(run, open);
    }
}
