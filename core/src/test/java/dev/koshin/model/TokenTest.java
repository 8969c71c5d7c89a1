package dev.koshin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenTest {
    private static final Optional<Expiry> MARCH = Optional.of(new Expiry(LocalDate.of(2026, 3, 1)));

    @ParameterizedTest
    @CsvSource({
        "2026-02-28T23:59:59Z, false, true,  false",
        "2026-03-01T00:00:00Z, false, false, true",
        "2026-03-01T00:00:01Z, false, false, true",
        "2026-02-28T23:59:59Z, true,  false, false",
        "2026-03-01T00:00:00Z, true,  false, true"
    })
    void lives_until_the_start_of_its_day_unless_revoked(Instant now, boolean revoked, boolean live, boolean expired) {
        Token token = token(MARCH, revoked);
        assertThat(token.live(now)).isEqualTo(live);
        assertThat(token.expired(now)).isEqualTo(expired);
    }

    @Test
    void lives_for_ever_without_an_expiry() {
        assertThat(token(Optional.empty(), false).live(Instant.MAX)).isTrue();
        assertThat(token(Optional.empty(), false).expired(Instant.MAX)).isFalse();
    }

    private static Token token(Optional<Expiry> expiry, boolean revoked) {
        return new Token(
                new TokenId(7),
                new UserId(3),
                "ITA",
                Collections.emptySortedSet(),
                Instant.EPOCH,
                Optional.empty(),
                expiry,
                revoked);
    }
}
