package dev.koshin.simulator.seed;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An account in a seed.
 *
 * @param name shown to people; empty: the username
 * @param state GitLab's word; empty: {@code active}
 * @param createdAt empty: when the seed is loaded
 */
public record SeedUser(
        long id,
        String username,
        Optional<String> name,
        boolean admin,
        Optional<String> state,
        Optional<Instant> createdAt) {
    /** Refuses an account without a username. */
    public SeedUser {
        Objects.requireNonNull(username, "a user needs a username");
    }

    /** An active account. */
    public static SeedUser of(long id, String username, String name, boolean admin) {
        return new SeedUser(id, username, Optional.of(name), admin, Optional.of("active"), Optional.empty());
    }
}
