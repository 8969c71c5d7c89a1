package dev.koshin.simulator.api.token;

import dev.koshin.simulator.profile.Feature;
import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.state.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** How long a token may live: one year by default, for ever before 16.0, and again since 17.3 if an admin likes. */
public final class Lifetimes {
    private static final int WEEK = 7;

    private final boolean limits;
    private final boolean canBeOff;

    /** The rules of this release. */
    public Lifetimes(Profile profile) {
        this.limits = profile.has(Feature.LIMITED_LIFETIME);
        this.canBeOff = profile.has(Feature.LIMIT_CAN_BE_OFF);
    }

    /** The expiry of a new token for which somebody asked for this one, or for none. */
    public Optional<LocalDate> filled(Optional<LocalDate> asked, Settings settings, Instant now) {
        return asked.or(() -> limited(settings) ? Optional.of(latest(settings, now)) : Optional.empty());
    }

    /** The expiry of a token that follows another one. */
    Optional<LocalDate> rotated(Optional<LocalDate> asked, Settings settings, Instant now) {
        return asked.or(() -> limited(settings) ? Optional.of(today(now).plusDays(WEEK)) : Optional.empty());
    }

    /** A day too far away. In spite of the word "before", the named day itself is allowed; so is a day in the past. */
    public Optional<Flaw> flaw(Optional<LocalDate> expiry, Settings settings, Instant now) {
        LocalDate latest = latest(settings, now);
        return limited(settings) && expiry.filter(latest::isBefore).isPresent()
                ? Optional.of(new Flaw("expires_at", "Expiration date", "must be before " + latest))
                : Optional.empty();
    }

    private boolean limited(Settings settings) {
        return limits && (!canBeOff || settings.tokens().requireExpiry());
    }

    private static LocalDate latest(Settings settings, Instant now) {
        return today(now).plusDays(settings.tokens().maxLifetimeDays());
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
