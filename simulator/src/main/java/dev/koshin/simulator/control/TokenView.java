package dev.koshin.simulator.control;

import dev.koshin.simulator.state.Token;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A token as an onlooker sees it.
 *
 * @param active neither revoked nor expired, by the simulated clock
 * @param fingerprint the first 12 hexadecimal digits of the value's SHA-256
 */
public record TokenView(
        long id,
        long userId,
        String name,
        List<String> scopes,
        Optional<LocalDate> expiresAt,
        boolean revoked,
        boolean active,
        String fingerprint) {
    static TokenView of(Token token, Instant now) {
        return new TokenView(
                token.id(),
                token.userId(),
                token.grant().name(),
                token.grant().scopes(),
                token.grant().expiresAt(),
                token.revoked(),
                token.active(now),
                token.origin().digest().fingerprint());
    }
}
