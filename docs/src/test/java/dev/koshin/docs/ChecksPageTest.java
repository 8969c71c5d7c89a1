package dev.koshin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.app.doctor.Keys;
import dev.koshin.app.messages.Messages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of checks lists the checks of the program. */
final class ChecksPageTest {
    private static final String NAME = "reference/checks.md";
    private static final int CELLS = 3;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void has_one_row_for_each_check_in_their_order(String language) {
        List<String> keys = Page.of(Pages.ROOT.resolve("docs").resolve(language).resolve(NAME)).rows().stream()
                .filter(row -> row.size() == CELLS && row.getFirst().matches("[a-z]+(-[a-z]+)*"))
                .map(List::getFirst)
                .toList();
        assertThat(keys).containsExactlyElementsOf(Keys.ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void every_check_has_a_name(String language) {
        Messages messages = Messages.of(Locale.of(language));
        assertThat(Keys.ALL)
                .allSatisfy(key -> assertThat(messages.text("check." + key)).isNotBlank());
    }
}
