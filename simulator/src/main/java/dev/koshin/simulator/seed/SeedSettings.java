package dev.koshin.simulator.seed;

import dev.koshin.simulator.state.Settings;
import dev.koshin.simulator.state.Settings.ForSignIn;
import dev.koshin.simulator.state.Settings.ForTokens;
import dev.koshin.simulator.state.Settings.Traffic;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings that a file speaks about; the others stay as they are. What each means: {@link Settings}.
 *
 * @param requestsPerMinute 0: no throttle
 */
public record SeedSettings(
        Optional<Boolean> adminMode,
        Optional<Integer> maxLifetimeDays,
        Optional<Boolean> requireExpiry,
        Optional<String> tokenPrefix,
        Optional<Boolean> routableTokens,
        Optional<Boolean> impersonation,
        Optional<Boolean> legacyRotation,
        Optional<Boolean> passwordForWeb,
        Optional<Boolean> passwordForGit,
        Optional<Boolean> passwordGrant,
        Optional<Integer> requestsPerMinute,
        Optional<Duration> replicaLag) {
    /** All of these settings. */
    public static SeedSettings of(Settings settings) {
        ForTokens tokens = settings.tokens();
        ForSignIn signIn = settings.signIn();
        return new SeedSettings(
                Optional.of(settings.adminMode()),
                Optional.of(tokens.maxLifetimeDays()),
                Optional.of(tokens.requireExpiry()),
                Optional.of(tokens.prefix()),
                Optional.of(tokens.routable()),
                Optional.of(tokens.impersonation()),
                Optional.of(tokens.legacyRotation()),
                Optional.of(signIn.web()),
                Optional.of(signIn.git()),
                Optional.of(signIn.grant()),
                Optional.of(settings.traffic().requestsPerMinute().orElse(0)),
                Optional.of(settings.traffic().replicaLag()));
    }

    /** These settings on top of others. */
    public Settings over(Settings other) {
        return new Settings(
                adminMode.orElse(other.adminMode()), over(other.tokens()), over(other.signIn()), over(other.traffic()));
    }

    private ForTokens over(ForTokens other) {
        return new ForTokens(
                maxLifetimeDays.orElse(other.maxLifetimeDays()),
                requireExpiry.orElse(other.requireExpiry()),
                tokenPrefix.orElse(other.prefix()),
                routableTokens.orElse(other.routable()),
                impersonation.orElse(other.impersonation()),
                legacyRotation.orElse(other.legacyRotation()));
    }

    private ForSignIn over(ForSignIn other) {
        return new ForSignIn(
                passwordForWeb.orElse(other.web()),
                passwordForGit.orElse(other.git()),
                passwordGrant.orElse(other.grant()));
    }

    private Traffic over(Traffic other) {
        return new Traffic(
                requestsPerMinute
                        .map(most -> Optional.of(most).filter(number -> number > 0))
                        .orElse(other.requestsPerMinute()),
                replicaLag.orElse(other.replicaLag()));
    }
}
