package dev.koshin.simulator.state;

import java.time.Instant;

/**
 * A user.
 *
 * @param admin by role; whether a request has admin power also depends on Admin Mode
 */
public record User(
        long id, String username, String name, boolean admin, UserState state, Instant createdAt, Account account) {
    /** Refuses what no GitLab holds. */
    public User {
        if (id <= 0 || username.isBlank()) {
            throw new IllegalArgumentException("a user has a positive id and a name to sign in with");
        }
    }

    /** In this state. */
    public User with(UserState other) {
        return new User(id, username, name, admin, other, createdAt, account);
    }

    /** With this account. */
    public User with(Account other) {
        return new User(id, username, name, admin, state, createdAt, other);
    }

    /** With this name and role. */
    public User with(String otherName, boolean otherAdmin) {
        return new User(id, username, otherName, otherAdmin, state, createdAt, account);
    }
}
