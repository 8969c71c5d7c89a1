package dev.koshin.simulator.state;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a token was asked to be.
 *
 * @param scopes in the order in which they were asked for
 * @param expiresAt the day at whose start, 00:00 UTC, the token stops working; empty for never
 */
public record Grant(String name, Optional<String> description, List<String> scopes, Optional<LocalDate> expiresAt) {
    /** Copies the list. */
    public Grant {
        scopes = List.copyOf(scopes);
    }
}
