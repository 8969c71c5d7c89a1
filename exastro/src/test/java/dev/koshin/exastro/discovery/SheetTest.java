package dev.koshin.exastro.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SheetTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /home/ita/.env      | /home/ita/.env
            exastro             | exastro
            true                | "true"
            No                  | "No"
            42                  | "42"
            a b                 | "a b"
            a: b                | "a: b"
            { env: X }          | "{ env: X }"
            say "yes"           | "say \\"yes\\""
            """)
    void a_scalar_is_quoted_unless_it_is_plain_for_everybody(String text, String yaml) {
        assertThat(Sheet.scalar(text)).isEqualTo(yaml);
    }
}
