package dev.koshin.issuer.gitlabrest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PatienceTest {
    @ParameterizedTest
    @CsvSource({"1, 250, 750", "2, 500, 1500", "3, 1000, 3000"})
    void waits_twice_as_long_each_time_give_or_take_a_half(int attempt, long least, long most) {
        for (int i = 0; i < 100; i++) {
            assertThat(Patience.backoff(attempt)).isBetween(Duration.ofMillis(least), Duration.ofMillis(most));
        }
    }

    @ParameterizedTest
    @CsvSource({"429, 7, 7", "429, 3600, 60", "503, 7, 7", "502, 7, 7"})
    void rests_as_long_as_gitlab_asks_but_no_longer_than_a_minute(int status, String header, long seconds) {
        assertThat(Patience.rest(reply(status, header), 1)).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void rests_after_a_throttle_that_names_no_time() {
        assertThat(Patience.rest(reply(429, "soon"), 3))
                .get()
                .satisfies(rest -> assertThat(rest).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @CsvSource({"200, 7", "404, 7", "503, soon"})
    void does_not_rest_otherwise(int status, String header) {
        assertThat(Patience.rest(reply(status, header), 1)).isEmpty();
    }

    private static Reply reply(int status, String retryAfter) {
        return new Reply.Answered(Answer.of(
                status, Samples.headers("Content-Type", "text/html", "Retry-After", retryAfter), new byte[1]));
    }
}
