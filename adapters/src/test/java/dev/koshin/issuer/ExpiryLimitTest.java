package dev.koshin.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class ExpiryLimitTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-07-01");

    @Test
    void the_day_that_is_named_is_the_last_one() {
        assertThat(ExpiryLimit.in("422 Expiration date must be before 2027-06-25", TODAY))
                .contains(LocalDate.parse("2027-06-25"));
    }

    @Test
    void a_number_of_days_counts_from_the_servers_today() {
        assertThat(ExpiryLimit.in("422 Expiration date must expire in 365 days", TODAY))
                .contains(LocalDate.parse("2027-07-01"));
    }

    @Test
    void other_words_name_no_day() {
        assertThat(ExpiryLimit.in("422 Expiration date must be sensible", TODAY))
                .isEmpty();
        assertThat(ExpiryLimit.in("must be before 2027-99-99", TODAY)).isEmpty();
    }
}
