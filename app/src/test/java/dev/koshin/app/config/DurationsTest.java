package dev.koshin.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "365d, P365D",
        "24h, PT24H",
        "30m, PT30M",
        "45s, PT45S",
        "0d, PT0S",
        "PT24H, PT24H",
        "P1DT2H, PT26H",
        "PT0.5S, PT0.5S",
        "007d, P7D",
        "999999999d, P999999999D"
    })
    void areReadInBothForms(String text, Duration expected) {
        assertThat(Durations.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "d",
                "1",
                "1w",
                "1 d",
                "-1d",
                "+1d",
                "1.5d",
                "1h30m",
                "1D",
                "١d",
                "P",
                "PX",
                "pt1h",
                "1000000000d",
                "P99999999999999999999D"
            })
    void areNothingElse(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
