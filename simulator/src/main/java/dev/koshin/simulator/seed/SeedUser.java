package dev.koshin.simulator.seed;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An account.
 *
 * @param name empty: the username
 * @param state empty: {@code active}
 * @param createdAt empty: now
 * @param account empty: nobody can sign in with a password, and nothing hinders
 */
public record SeedUser(
        long id,
        String username,
        Optional<String> name,
        boolean admin,
        Optional<String> state,
        Optional<Instant> createdAt,
        Optional<SeedAccount> account) {
    /** Refuses a user without a username. */
    public SeedUser {
        Objects.requireNonNull(username, "a user needs a username");
    }

    /** An active account without a password. */
    public static SeedUser of(long id, String username, String name, boolean admin) {
        return new SeedUser(
                id, username, Optional.of(name), admin, Optional.of("active"), Optional.empty(), Optional.empty());
    }

    /** With this password to sign in with. */
    public SeedUser withPassword(String password) {
        SeedAccount other = SeedAccount.withPassword(password);
        return new SeedUser(id, username, name, admin, state, createdAt, Optional.of(other));
    }
}
