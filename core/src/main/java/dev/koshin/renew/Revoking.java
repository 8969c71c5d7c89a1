package dev.koshin.renew;

import dev.koshin.journal.Entry;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import dev.koshin.spi.Effect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** From {@link State.Retired} to the end: revokes exactly what the journal names, one token in each step. */
final class Revoking {
    private Revoking() {}

    static State step(Run run, State.Retired retired) {
        Set<TokenId> left = left(retired);
        if (left.isEmpty()) {
            return Finishing.end(run, retired.trail(), List.of());
        }
        return Rereading.then(
                run,
                retired.trail(),
                retired.stage().fresh(),
                secret -> revoke(run, retired, left.iterator().next(), secret));
    }

    private static State revoke(Run run, State.Retired retired, TokenId token, Secret fresh) {
        Effect<TokenId> answer = run.credential().issuer().revoke(token, fresh);
        if (!(answer instanceof Effect.Done)) {
            return run.stop(retired.trail(), Run.problem(answer));
        }
        Entry.Revoked revoked = new Entry.Revoked(retired.trail().renewal(), token);
        return left(retired).size() == 1
                ? Finishing.end(run, retired.trail(), List.of(revoked))
                : new State.Retired(run.append(retired.trail(), revoked), retired.stage());
    }

    private static Set<TokenId> left(State.Retired retired) {
        Set<TokenId> left = new LinkedHashSet<>(retired.stage().doomed());
        left.removeAll(retired.trail().revoked());
        left.remove(retired.stage().fresh().id());
        return left;
    }
}
