package dev.koshin.journal;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.UserId;
import java.time.Duration;
import java.time.Instant;

/** A value that was presented to GitLab, and which token it turned out to be at {@code at}. */
public record KnownToken(Fingerprint fingerprint, TokenId id, UserId user, Instant at) {
    /** By how much GitLab's clock may be ahead of this host's; doctor warns of much less. */
    public static final Duration SKEW = Duration.ofMinutes(5);

    /**
     * Whether {@code listed} can be that token. A GitLab that was restored from a backup gives the ids again that it
     * gave after the backup, to other tokens; those are made after the value was presented.
     */
    public boolean is(Token listed) {
        return id.equals(listed.id())
                && user.equals(listed.user())
                && !listed.created().isAfter(at.plus(SKEW));
    }
}
