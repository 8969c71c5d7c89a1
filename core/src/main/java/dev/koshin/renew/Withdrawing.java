package dev.koshin.renew;

import dev.koshin.journal.Trail;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issued;

/**
 * What an overtaken worker still does: it takes back the token that it alone knows. The worker that took over may have
 * swept already, and would not find it.
 */
final class Withdrawing {
    private Withdrawing() {}

    /**
     * Revokes {@code fresh}, whose value never left this process: no delivery of it was begun, or all were refused. On
     * the way back it is the old token, which stays.
     */
    static void withdraw(Run run, Trail trail, Issued fresh) {
        if (trail.replaced(fresh.ref())) {
            return;
        }
        // Whatever this answers, nothing more can be done here; if it stays, it is reported as a stray.
        Effect<?> _ = run.credential().issuer().revoke(fresh.token().id(), fresh.secret());
    }
}
