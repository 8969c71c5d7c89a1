package dev.koshin.simulator.state;

import dev.koshin.simulator.profile.Feature;
import dev.koshin.simulator.profile.Profile;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What an admin can switch, and what the machines around GitLab are like.
 *
 * @param adminMode an admin's token needs the scope {@code admin_mode} to have admin power
 */
public record Settings(boolean adminMode, ForTokens tokens, ForSignIn signIn, Traffic traffic) {
    /**
     * About access tokens.
     *
     * @param maxLifetimeDays the latest expiry is today plus this; counts only while {@code requireExpiry} is on
     * @param requireExpiry off: a token made without an expiry never expires
     * @param prefix 0 to 20 characters, {@code glpat-} by default
     * @param routable on: new values are long and hold dots; off: prefix and 20 characters
     * @param impersonation off: impersonation tokens do not work
     * @param legacyRotation off: people's tokens of the old kind cannot be rotated (19.0 and later)
     */
    public record ForTokens(
            int maxLifetimeDays,
            boolean requireExpiry,
            String prefix,
            boolean routable,
            boolean impersonation,
            boolean legacyRotation) {
        /** Refuses what GitLab's settings page refuses. */
        public ForTokens {
            if (maxLifetimeDays < 1 || prefix.length() > 20) {
                throw new IllegalArgumentException(
                        "a lifetime has at least one day, a token prefix at most 20 characters");
            }
        }
    }

    /**
     * About passwords.
     *
     * @param web people may sign in with one
     * @param git git and OAuth's password grant may
     * @param grant OAuth's password grant works without a client of its own
     */
    public record ForSignIn(boolean web, boolean git, boolean grant) {}

    /**
     * About the machines.
     *
     * @param requestsPerMinute the most of a user, or of all callers without a token together; empty: no throttle
     * @param replicaLag how long what was made stays unknown to readers
     */
    public record Traffic(Optional<Integer> requestsPerMinute, Duration replicaLag) {}

    /** As a fresh installation of a release has them. */
    public static Settings fresh(Profile profile) {
        return new Settings(
                false,
                new ForTokens(365, true, "glpat-", profile.has(Feature.ROUTABLE_TOKENS), true, true),
                new ForSignIn(true, true, true),
                new Traffic(Optional.empty(), Duration.ZERO));
    }

    /** With Admin Mode on or off. */
    public Settings withAdminMode(boolean on) {
        return new Settings(on, tokens, signIn, traffic);
    }

    /** With other rules for tokens. */
    public Settings withTokens(UnaryOperator<ForTokens> change) {
        return new Settings(adminMode, change.apply(tokens), signIn, traffic);
    }

    /** With other traffic. */
    public Settings withTraffic(Traffic other) {
        return new Settings(adminMode, tokens, signIn, other);
    }
}
