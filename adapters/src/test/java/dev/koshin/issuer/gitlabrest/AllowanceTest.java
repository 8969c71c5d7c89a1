package dev.koshin.issuer.gitlabrest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AllowanceTest {
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1998,   2, 60, 0,    0", // plenty
        "200, 1800, 60, 0,  300", // a tenth is left
        "200, 1800, 60, 50, 400", // of which others use a part
        "10,  1990, 60, 15, 60000", // others use up what is left
        "0,   2000, 60, 0,  60000",
        "9,      1, 60, 0,    0", // little, but enough for one that calls alone
        "1,      9, 60, 0, 60000",
        "20,    20, 60, 15, 12000", // more at once than a small allowance bears
        "0,   2000,  0, 0,    0", // the period is over
        "0,   2000, -5, 0,    0"
    })
    void calls_are_spread_over_the_rest_of_the_period_when_little_is_left(
            int remaining, int observed, int seconds, int others, long millis) {
        Allowance allowance = new Allowance(remaining, remaining + observed, Duration.ofSeconds(seconds));

        assertThat(allowance.gap(others)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void the_headers_are_read_by_the_servers_clock() {
        Answer answer = answer(
                "RateLimit-Remaining", "1998",
                "RateLimit-Observed", "2",
                "RateLimit-Reset", "1782864060",
                "Date", "Wed, 01 Jul 2026 00:00:50 GMT");

        assertThat(Allowance.of(answer, NOW)).contains(new Allowance(1998, 2000, Duration.ofSeconds(10)));
    }

    @Test
    void the_local_clock_stands_in() {
        Answer answer = answer("RateLimit-Remaining", "5", "RateLimit-Reset", "1782864060");

        assertThat(Allowance.of(answer, NOW)).contains(new Allowance(5, 5, Duration.ofSeconds(60)));
    }

    @Test
    void without_the_headers_there_is_no_allowance() {
        assertThat(Allowance.of(answer("RateLimit-Remaining", "5"), NOW)).isEqualTo(Optional.empty());
        assertThat(Allowance.of(answer("RateLimit-Reset", "1782864060"), NOW)).isEmpty();
        assertThat(Allowance.of(answer("RateLimit-Remaining", "few", "RateLimit-Reset", "soon"), NOW))
                .isEmpty();
    }

    private static Answer answer(String... headers) {
        return Answer.of(200, Samples.headers(headers), new byte[0]);
    }
}
