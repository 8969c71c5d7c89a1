package dev.koshin.simulator.state;

/**
 * What an admin can switch.
 *
 * @param adminMode an admin's token needs the scope {@code admin_mode} to have admin power
 * @param maxLifetimeDays the latest expiry is today plus this; counts only while {@code requireExpiry} is on
 * @param requireExpiry off: a token made without an expiry never expires
 * @param tokenPrefix 0 to 20 characters, {@code glpat-} by default
 * @param routableTokens on: new values are long and hold dots; off: prefix and 20 characters
 */
public record Settings(
        boolean adminMode, int maxLifetimeDays, boolean requireExpiry, String tokenPrefix, boolean routableTokens) {
    /** Refuses what GitLab's settings page refuses. */
    public Settings {
        if (maxLifetimeDays < 1 || tokenPrefix.length() > 20) {
            throw new IllegalArgumentException("a lifetime has at least one day, a token prefix at most 20 characters");
        }
    }

    /** As a fresh installation of 17.3 or later has them. */
    public static Settings fresh() {
        return new Settings(false, 365, true, "glpat-", false);
    }
}
