package dev.koshin.model;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What GitLab says about a token, without its value.
 *
 * @param name not unique; GitLab lets any number of tokens share one
 * @param scopes kept as text, because new GitLab versions add scopes that this program does not know
 * @param expiry empty if it never expires, which only GitLab before 16.0 or with enforcement off allows
 * @param lastUsed coarse: GitLab refreshes it at most every 10 minutes, before 16.1 once in 24 hours
 */
public record Token(
        TokenId id,
        UserId user,
        String name,
        SortedSet<String> scopes,
        Instant created,
        Optional<Instant> lastUsed,
        Optional<Expiry> expiry,
        boolean revoked) {

    /** Whether GitLab accepts it at {@code now}. */
    public boolean live(Instant now) {
        return !revoked && !expired(now);
    }

    /** Whether its last day is over at {@code now}; a revoked token can be expired too. */
    public boolean expired(Instant now) {
        return expiry.map(Expiry::instant).filter(end -> !now.isBefore(end)).isPresent();
    }
}
