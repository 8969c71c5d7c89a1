package dev.koshin.simulator.state;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The side of a user that signs in.
 *
 * @param password empty: nobody can sign in with one
 * @param secondFactor a password alone is not enough
 * @param creator the admin who made the user; empty: nobody did
 * @param bot made by GitLab for the token of a project or group
 */
public record Account(
        String email,
        Optional<Digest> password,
        boolean secondFactor,
        Hindrance hindrance,
        OptionalLong creator,
        boolean bot) {
    /** Of a user who can do everything but sign in with a password. */
    public static Account plain(String username) {
        return new Account(
                username + "@example.test", Optional.empty(), false, Hindrance.NONE, OptionalLong.empty(), false);
    }

    /** Of the user that GitLab makes for a token of a project or group. */
    public static Account bot(String username) {
        return new Account(
                username + "@noreply.example.test",
                Optional.empty(),
                false,
                Hindrance.NONE,
                OptionalLong.empty(),
                true);
    }

    /** Whether this is the digest of the password; never true where there is none. */
    public boolean hasPassword(Digest digest) {
        return password.filter(digest::equals).isPresent();
    }

    /** With this password. */
    public Account withPassword(Digest other) {
        return new Account(email, Optional.of(other), secondFactor, hindrance, creator, bot);
    }

    /** With this hindrance. */
    public Account withHindrance(Hindrance other) {
        return new Account(email, password, secondFactor, other, creator, bot);
    }

    /** Made by this admin. */
    public Account madeBy(long admin) {
        return new Account(email, password, secondFactor, hindrance, OptionalLong.of(admin), bot);
    }
}
