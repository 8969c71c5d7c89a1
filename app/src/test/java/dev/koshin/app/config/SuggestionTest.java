package dev.koshin.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionTest {
    private static final List<String> KNOWN =
            List.of("url", "admin", "concurrency", "connectTimeout", "requestTimeout", "env", "envFile");

    @ParameterizedTest
    @CsvSource({
        "concurency, concurrency",
        "concurrancy, concurrency",
        "ulr, url",
        "URL, url",
        "uri, url",
        "amdin, admin",
        "connect_timeout, connectTimeout",
        "request-timeout, requestTimeout",
        "requestTime, requestTimeout",
        "envfile, envFile",
        "evn, env",
    })
    void isTheNearestKey(String written, String meant) {
        assertThat(Suggestion.of(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"notes", "token", "x", "''", "timeout"})
    void isNothingIfNoneIsNear(String written) {
        assertThat(Suggestion.of(written, KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"abc, abc, 0", "abc, acb, 1", "abc, ab, 1", "abc, xabc, 1", "abc, abx, 1", "'', abc, 3", "ab, ba, 1"})
    void countsSlips(String left, String right, int slips) {
        assertThat(Suggestion.distance(left, right)).isEqualTo(slips);
        assertThat(Suggestion.distance(right, left)).isEqualTo(slips);
    }

    @Test
    @Timeout(10)
    void isNotSoughtForALongText() {
        assertThat(Suggestion.of("x".repeat(1_000_000), KNOWN)).isEmpty();
    }
}
