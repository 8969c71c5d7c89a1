package dev.koshin.simulator.state;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * How a token came to be.
 *
 * @param previous the token that was rotated into this one
 * @param impersonation made by an admin to act as the user; hidden from that user
 */
public record Origin(Instant createdAt, Digest digest, OptionalLong previous, boolean impersonation) {
    /** A token of its own, with no family. */
    public static Origin fresh(Instant createdAt, Digest digest) {
        return new Origin(createdAt, digest, OptionalLong.empty(), false);
    }
}
