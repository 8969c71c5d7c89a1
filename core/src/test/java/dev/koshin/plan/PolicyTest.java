package dev.koshin.plan;

import static dev.koshin.plan.Samples.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyTest {
    @Test
    void the_defaults() {
        assertThat(Policy.DEFAULT).isEqualTo(new Policy(365, Duration.ofDays(60), Duration.ofHours(24), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "0,  P1D,  P1D,  0",
        "-1, P1D,  P1D,  0",
        "30, P-1D, P1D,  0",
        "30, P1D,  P-1D, 0",
        "30, P1D,  P1D,  -1",
        "30, P1D,  P1D,  30",
        "30, P1D,  P1D,  31"
    })
    void refuses_negative_times_and_a_spread_as_long_as_the_lifetime(
            int lifetimeDays, Duration renewBefore, Duration grace, int spreadDays) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Policy(lifetimeDays, renewBefore, grace, spreadDays));
    }

    @Test
    void takes_the_smallest_that_is_allowed() {
        assertThat(new Policy(1, Duration.ZERO, Duration.ZERO, 0).lifetimeDays())
                .isEqualTo(1);
        assertThat(new Policy(30, Duration.ZERO, Duration.ZERO, 29).spreadDays())
                .isEqualTo(29);
    }

    /** 180 days of life: a third is exactly the 60 days of the default. */
    @ParameterizedTest
    @CsvSource({
        "2025-12-01T00:00:00Z, 2026-12-01, 2026-10-02T00:00:00Z",
        "2026-01-01T00:00:00Z, 2026-06-30, 2026-05-01T00:00:00Z",
        "2026-01-01T00:00:00Z, 2026-06-27, 2026-04-29T00:00:00Z",
        "2026-01-01T00:00:00Z, 2026-01-31, 2026-01-21T00:00:00Z",
        "2026-01-01T12:00:00Z, 2026-01-02, 2026-01-01T20:00:00Z"
    })
    void a_token_is_due_60_days_or_a_third_of_its_life_before_its_end(String created, String expiry, Instant due) {
        assertThat(Policy.DEFAULT.due(token(7, created, Optional.of(expiry)))).contains(due);
    }

    @Test
    void a_token_without_an_end_is_never_due() {
        assertThat(Policy.DEFAULT.due(token(7, "2026-01-01T00:00:00Z", Optional.empty())))
                .isEmpty();
    }
}
