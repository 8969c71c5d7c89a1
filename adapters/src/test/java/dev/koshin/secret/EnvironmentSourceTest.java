package dev.koshin.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class EnvironmentSourceTest {
    private final SecretSources sources =
            Answered.with(Map.of("PASSWORD", "hunter2", "EMPTY", "", "BLANK", "  ", "FROM_CRLF", "hunter2\r"));

    @Test
    void yieldsTheValue() {
        Answered.yields(sources.env("PASSWORD"), "hunter2");
    }

    @Test
    void refusesWhatIsNotSetOrEmpty() {
        Answered.refuses(sources.env("NONE"), "is not set");
        Answered.refuses(sources.env("EMPTY"), "is empty");
        Answered.refuses(sources.env("BLANK"), "is empty");
    }

    @Test
    void refusesTheCarriageReturnThatShTakesOverFromFilesWithWindowsLines() {
        Answered.refuses(sources.env("FROM_CRLF"), "holds a line break or another control character");
    }

    @Test
    void namesTheVariableAndPrintsNoValue() {
        assertThat(sources.env("PASSWORD").description()).isEqualTo("environment variable PASSWORD");
        assertThat(sources.env("PASSWORD").toString()).isEqualTo("environment variable PASSWORD");
    }

    @Test
    void isEqualToAReferenceToTheSameVariable() {
        assertThat(sources.env("A")).isEqualTo(sources.env("A")).isNotEqualTo(sources.env("B"));
    }
}
