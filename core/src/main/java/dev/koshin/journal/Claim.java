package dev.koshin.journal;

import java.time.Instant;
import java.util.List;

/** The answer to asking for a lease. */
public sealed interface Claim {
    /**
     * It is yours.
     *
     * @param unfinished the entries of the credential's renewal that is not finished yet, in order; empty if none is
     */
    record Granted(Lease lease, List<Recorded> unfinished) implements Claim {}

    /** Somebody else holds it, until {@code until} at the latest if it does nothing more. */
    record HeldBy(String holder, Instant until) implements Claim {}
}
