package dev.koshin.renew;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Trail;
import dev.koshin.model.RenewalId;
import dev.koshin.model.TokenId;
import dev.koshin.spi.Effect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** From {@link State.Retired} to the end: revokes exactly what the journal names. */
final class Revoking {
    private Revoking() {}

    static State step(Run run, State.Retired retired) {
        RenewalId renewal = retired.trail().renewal();
        List<Entry> last = new ArrayList<>();
        for (TokenId token : left(retired)) {
            Effect<TokenId> answer = run.credential().issuer().revoke(token);
            if (!(answer instanceof Effect.Done)) {
                run.tools().journal().append(run.lease(), last);
                return run.stop(run.with(retired.trail(), last), Run.problem(answer));
            }
            last.add(new Entry.Revoked(renewal, token));
        }
        last.add(new Entry.Finished(renewal));
        Trail end = run.release(retired.trail(), last);
        return new State.Stopped(new Outcome.Finished(retired.stage().fresh(), end.revoked()));
    }

    private static Set<TokenId> left(State.Retired retired) {
        Set<TokenId> left = new LinkedHashSet<>(retired.stage().doomed());
        left.removeAll(retired.trail().revoked());
        left.remove(retired.stage().fresh().id());
        return left;
    }
}
