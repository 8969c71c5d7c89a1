package dev.koshin.simulator.seed;

import dev.koshin.simulator.state.Settings;
import java.util.Optional;

/** Settings in a seed; what is left out is as on a fresh installation. See {@link Settings} for what each one does. */
public record SeedSettings(
        Optional<Boolean> adminMode,
        Optional<Integer> maxLifetimeDays,
        Optional<Boolean> requireExpiry,
        Optional<String> tokenPrefix,
        Optional<Boolean> routableTokens) {
    /** Every setting spelled out. */
    public static SeedSettings of(Settings settings) {
        return new SeedSettings(
                Optional.of(settings.adminMode()),
                Optional.of(settings.maxLifetimeDays()),
                Optional.of(settings.requireExpiry()),
                Optional.of(settings.tokenPrefix()),
                Optional.of(settings.routableTokens()));
    }

    Settings complete() {
        Settings fresh = Settings.fresh();
        return new Settings(
                adminMode.orElse(fresh.adminMode()),
                maxLifetimeDays.orElse(fresh.maxLifetimeDays()),
                requireExpiry.orElse(fresh.requireExpiry()),
                tokenPrefix.orElse(fresh.tokenPrefix()),
                routableTokens.orElse(fresh.routableTokens()));
    }
}
