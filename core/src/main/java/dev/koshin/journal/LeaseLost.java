package dev.koshin.journal;

import java.io.Serial;

/** Another worker has taken over this credential; the one who gets this must stop at once. */
public final class LeaseLost extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public LeaseLost(Lease lease) {
        super("lease " + lease.fence() + " on " + lease.credential() + " was taken over");
    }
}
