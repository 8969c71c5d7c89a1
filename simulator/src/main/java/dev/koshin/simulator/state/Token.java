package dev.koshin.simulator.state;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A personal access token.
 *
 * @param lastUsedAt moved in steps, so it may lag behind the last use
 */
public record Token(long id, long userId, Grant grant, Origin origin, boolean revoked, Optional<Instant> lastUsedAt) {
    /** Refuses what no GitLab holds. */
    public Token {
        if (id <= 0) {
            throw new IllegalArgumentException("a token has a positive id");
        }
    }

    /** True from 00:00 UTC at the <em>start</em> of the day of expiry. */
    public boolean expired(Instant now) {
        return grant.expiresAt().filter(day -> !day.isAfter(today(now))).isPresent();
    }

    /** Neither revoked nor expired. */
    public boolean active(Instant now) {
        return !revoked && !expired(now);
    }

    /** Whether a use at this time moves {@link #lastUsedAt}. */
    boolean useIsNews(Instant now, Duration step) {
        return lastUsedAt.filter(last -> now.isBefore(last.plus(step))).isEmpty();
    }

    /** The same token, out of work for good. */
    public Token revoke() {
        return new Token(id, userId, grant, origin, true, lastUsedAt);
    }

    /** The same token, used at this time. */
    Token usedAt(Instant now) {
        return new Token(id, userId, grant, origin, revoked, Optional.of(now));
    }

    Token with(Digest digest) {
        return new Token(id, userId, grant, origin.with(digest), revoked, lastUsedAt);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
