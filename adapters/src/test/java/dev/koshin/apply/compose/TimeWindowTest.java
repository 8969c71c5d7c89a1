package dev.koshin.apply.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimeWindowTest {
    @ParameterizedTest
    @CsvSource({
        "01:00, 05:00, 00:59, false",
        "01:00, 05:00, 01:00, true",
        "01:00, 05:00, 04:59, true",
        "01:00, 05:00, 05:00, false",
        "23:00, 05:00, 22:59, false",
        "23:00, 05:00, 23:00, true",
        "23:00, 05:00, 00:00, true",
        "23:00, 05:00, 05:00, false",
        "00:00, 00:00, 12:00, true"
    })
    void its_first_minute_belongs_to_it_and_its_end_does_not(
            LocalTime from, LocalTime until, LocalTime time, boolean inside) {
        Instant instant = time.atDate(java.time.LocalDate.of(2026, 11, 24)).toInstant(ZoneOffset.UTC);
        assertThat(new TimeWindow(from, until, ZoneOffset.UTC).contains(instant))
                .isEqualTo(inside);
    }
}
