package dev.koshin.model;

import java.util.Optional;

/**
 * The GitLab user that a credential's tokens belong to.
 *
 * @param id empty as long as nobody who may see it has said it: without an administrator's token, only a token of the
 *     user tells
 * @param name the login name; GitLab compares it without case
 */
public record Account(Optional<UserId> id, String name) {
    /** A user that GitLab has shown. */
    public static Account of(UserId id, String name) {
        return new Account(Optional.of(id), name);
    }

    /** A user of whom only the name is known. */
    public static Account named(String name) {
        return new Account(Optional.empty(), name);
    }

    /** Whether {@code token} is known to be this user's. */
    public boolean owns(Token token) {
        return id.filter(token.user()::equals).isPresent();
    }

    /** Whether {@code other}, as GitLab has shown it, can be this user. */
    public boolean fits(Account other) {
        return name.equalsIgnoreCase(other.name) && (id.isEmpty() || id.equals(other.id));
    }
}
