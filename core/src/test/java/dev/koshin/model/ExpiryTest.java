package dev.koshin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class ExpiryTest {
    private static final Expiry EXPIRY = new Expiry(LocalDate.of(2026, 3, 1));

    @Test
    void ends_at_the_start_of_the_day_in_utc() {
        assertThat(EXPIRY.instant()).isEqualTo("2026-03-01T00:00:00Z");
    }

    @Test
    void what_remains_is_positive_before_zero_then_and_negative_after() {
        assertThat(EXPIRY.remaining(Instant.parse("2026-02-28T23:59:59Z"))).isEqualTo(Duration.ofSeconds(1));
        assertThat(EXPIRY.remaining(EXPIRY.instant())).isZero();
        assertThat(EXPIRY.remaining(Instant.parse("2026-03-01T00:00:01Z"))).isEqualTo(Duration.ofSeconds(-1));
    }
}
