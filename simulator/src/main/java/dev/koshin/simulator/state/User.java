package dev.koshin.simulator.state;

import java.time.Instant;

/**
 * An account.
 *
 * @param admin by role; whether a request has admin power also depends on Admin Mode
 */
public record User(long id, String username, String name, boolean admin, UserState state, Instant createdAt) {
    /** Refuses what no GitLab holds. */
    public User {
        if (id <= 0 || username.isBlank()) {
            throw new IllegalArgumentException("a user has a positive id and a name to sign in with");
        }
    }
}
