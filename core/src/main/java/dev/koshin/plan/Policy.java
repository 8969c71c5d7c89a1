package dev.koshin.plan;

import dev.koshin.model.Expiry;
import dev.koshin.model.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When to renew, and for how long.
 *
 * @param lifetimeDays asked for; the server may allow less
 * @param renewBefore a token is due when less than this is left, or less than a third of a shorter lifetime
 * @param grace how long the old token goes on living after the new one is proven
 * @param spreadDays each lifetime is shortened by up to this many days, so that a fleet does not expire on one day
 */
public record Policy(int lifetimeDays, Duration renewBefore, Duration grace, int spreadDays) {
    private static final int SHARE_OF_LIFETIME = 3;

    /** The defaults of the configuration: 365 days, due 60 days before the end, 24 hours of grace, no spread. */
    public static final Policy DEFAULT = new Policy(365, Duration.ofDays(60), Duration.ofHours(24), 0);

    public Policy {
        if (lifetimeDays < 1 || renewBefore.isNegative() || grace.isNegative() || spreadDays < 0) {
            throw new IllegalArgumentException("a policy's times are not negative, and a token lives a day at least");
        }
        if (spreadDays >= lifetimeDays) {
            throw new IllegalArgumentException("spread must be shorter than lifetime");
        }
    }

    /** The first instant at which {@code token} is due; empty if it never expires. */
    public Optional<Instant> due(Token token) {
        return token.expiry().map(expiry -> due(expiry, token.created()));
    }

    private Instant due(Expiry expiry, Instant created) {
        Duration third = Duration.between(created, expiry.instant()).dividedBy(SHARE_OF_LIFETIME);
        Duration before = renewBefore.compareTo(third) <= 0 ? renewBefore : third;
        return expiry.instant().minus(before);
    }
}
