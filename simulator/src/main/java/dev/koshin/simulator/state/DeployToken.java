package dev.koshin.simulator.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A deploy token.
 *
 * @param username the name to sign in with
 * @param expiresAt empty: never
 */
public record DeployToken(
        long id,
        Place place,
        String name,
        String username,
        Optional<Instant> expiresAt,
        List<String> scopes,
        Digest digest) {
    /** Copies the list. */
    public DeployToken {
        scopes = List.copyOf(scopes);
    }

    /** Whether it no longer works. */
    public boolean expired(Instant now) {
        return expiresAt.filter(end -> !end.isAfter(now)).isPresent();
    }
}
