package dev.koshin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.app.cli.CommandLines;
import dev.koshin.app.cli.Exit;
import dev.koshin.app.messages.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reference of commands is complete and says what {@code --help} says. After a change of the commands,
 * {@code -Dkoshin.docs.write} writes the tables anew instead of comparing them.
 */
final class CommandsPageTest {
    private static final String NAME = "reference/commands.md";
    private static final Pattern TABLE =
            Pattern.compile("(?s)(<!-- options of (\\S+), made from the code -->\n)(.*?)(<!-- end -->)");

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void tables_of_options_are_what_the_code_says(String language) throws IOException {
        Path file = Pages.ROOT.resolve("docs").resolve(language).resolve(NAME);
        String page = Files.readString(file);
        Map<String, String> tables = OptionTables.of(language);
        String made = TABLE.matcher(page)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + tables.getOrDefault(found.group(2), "") + found.group(4)));
        if (System.getProperty("koshin.docs.write") != null) {
            Files.writeString(file, made);
        } else {
            assertThat(page).isEqualTo(made);
        }
        assertThat(TABLE.matcher(page).results().map(found -> found.group(2)))
                .containsExactlyInAnyOrderElementsOf(tables.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void every_command_has_a_section(String language) {
        Page page = Page.of(Pages.ROOT.resolve("docs").resolve(language).resolve(NAME));
        assertThat(page.titles().stream().map(Page.Title::text).map(text -> text.split(" ")))
                .filteredOn(words -> words[0].equals("koshin"))
                .extracting(words -> words[1])
                .containsExactlyInAnyOrderElementsOf(CommandLines.model(Messages.of(Locale.ENGLISH))
                        .getSubcommands()
                        .keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void every_exit_code_is_explained(String language) {
        Page page = Page.of(Pages.ROOT.resolve("docs").resolve(language).resolve("reference/exit-codes.md"));
        assertThat(page.rows().stream().map(row -> row.getFirst()).filter(code -> code.matches("\\d+")))
                .containsExactly(java.util.stream.Stream.of(Exit.values())
                        .map(exit -> String.valueOf(exit.code()))
                        .toArray(String[]::new));
    }
}
