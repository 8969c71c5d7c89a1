package dev.koshin.file.env;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.file.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvTextTest {
    private static final String NEWLINE = "⏎";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "K=v                     | K=NEW",
                "K=v # comment           | K=NEW # comment",
                "K=v#no-comment # c      | K=NEW # c",
                "K=\"v\"                 | K=\"NEW\"",
                "K='v' # 'c'             | K='NEW' # 'c'",
                "  export   K=v          | export   K=NEW",
                "K=                      | K=NEW",
                "K=''                    | K='NEW'",
                "K=\"\" # c              | K=\"NEW\" # c",
                "K=1⏎K=v⏎# K=2⏎X=v       | K=1⏎K=NEW⏎# K=2⏎X=v",
                "X='⏎K=1⏎'⏎K=v           | X='⏎K=1⏎'⏎K=NEW",
                "K='a⏎b'⏎X=1             | K='NEW'⏎X=1",
            })
    void replaces_the_characters_of_the_value_that_counts(String text, String expected) {
        EnvText file = EnvText.of(text.replace(NEWLINE, "\n"));
        assertThat(file.with(file.last("K").orElseThrow(), "NEW")).isEqualTo(expected.replace(NEWLINE, "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "X = 1             | line 2 has a space before the equals sign",
                "X= 1              | line 2 has a space after the equals sign",
                "X= # c            | line 2 has a space after the equals sign",
                "X: 1              | line 2 has a colon instead of an equals sign",
                "X.Y=1             | line 2 has a name that sh does not take",
                "1X=1              | line 2 has a name that sh does not take",
                "=1                | line 2 has a name that sh does not take",
                "X=1 2             | line 2 has a space in its value, but no quotes",
                "X=it's            | line 2 has a character that means something to sh, but no quotes",
                "X=1;2             | line 2 has a character that means something to sh, but no quotes",
                "X=1\\             | line 2 has a character that means something to sh, but no quotes",
                "X=$(date          | line 2 has a character that means something to sh, but no quotes",
                "X=`````           | line 2 refers to another variable or a command",
                "X=\"$(date)\"     | line 2 refers to another variable or a command",
                "X=\"1\"2          | line 2 goes on after the closing quote",
                "X='1\\'           | line 2 has a backslash before its closing quote",
                "X=\"1\\\\\"       | line 2 has a backslash before its closing quote",
                "X='1              | line 2 never closes its quote",
                "X                 | line 2 assigns nothing; sh may take it for a command",
                "unset K           | line 2 assigns nothing; sh may take it for a command",
                "export X # c      | line 2 assigns nothing; sh may take it for a command",
                "`\u3000`          | line 2 assigns nothing; sh may take it for a command",
                "\u3000X=1         | line 2 has a name that sh does not take",
                "X='1'\u3000#      | line 2 goes on after the closing quote",
                "export X Y        | line 2 assigns nothing; sh may take it for a command",
            })
    void names_what_could_make_the_readers_find_different_assignments(String line, String why) {
        assertThat(EnvText.of("K=v\n" + line + "\nL=v\n").ambiguity()).contains(why);
        assertThat(EnvText.of("X='\n" + line.replace("'", "") + "\n'\n").statements())
                .hasSize(1);
    }

    @Test
    void names_characters_that_sh_takes_for_a_part_of_a_value() {
        assertThat(EnvText.of("K=v\r\n").ambiguity())
                .contains("line 1 holds a carriage return, which sh takes for a part of the value");
        assertThat(EnvText.of("K=v\n\n#\0\n").ambiguity()).contains("line 3 holds a control character");
        assertThat(EnvText.of("K=v\nexport K").ambiguity())
                .contains("line 2 has no line end, without which docker compose misreads an export");
        assertThat(EnvText.of("\uFEFFK=v\n").ambiguity())
                .contains("the file starts with a byte order mark, which sh refuses");
    }

    /** What both read, if not always as the same value. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X=1",
                "X=$K",
                "X=\"${K}\"",
                "X=~/x",
                "X='a\\nb'",
                "X=\"a\\\"b\"",
                "X='$(date)`'",
                "X=é",
                "X=\"a\nb\"",
                "# X = 1",
                "#",
                "",
                "  ",
                "export X=1",
                "export K",
                "  export K  ",
                "X==",
                "X=a#b # c # d",
            })
    void lets_other_assignments_be(String line) {
        assertThat(EnvText.of("K=v\n" + line + "\nL=v\n").ambiguity()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "K=$X        | refers to another variable or a command",
                "K=~         | has a character that means something to sh, but no quotes",
                "K='a\\b'    | has a backslash, which docker compose and sh read differently",
                "`K=a\u3000` | has a character outside of ASCII, but no quotes",
                "K=a\u00a0   | has a character outside of ASCII, but no quotes",
            })
    void names_what_gives_a_single_value_two_meanings(String line, String flaw) {
        EnvText file = EnvText.of(line + "\n");
        assertThat(file.ambiguity()).isEmpty();
        assertThat(file.last("K").orElseThrow().flaw()).contains(flaw);
    }

    @Test
    void what_is_no_value_is_the_rest() {
        EnvText file = EnvText.of("A=1 # c\nB='x\ny'\nA=2\n");
        assertThat(file.rest()).isEqualTo("A=\0 # c\nB='\0'\nA=\0\n");
        assertThat(file.toString()).isEqualTo("[A=****, B=****, A=****]");
    }

    @Test
    void a_real_shell_stops_or_differs_where_a_line_is_refused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(".env");
        for (String line : List.of("X = 1", "X: 1", "X.Y=1", "X=1 2", "X=it's", "X='1", "X", "export X.Y")) {
            Files.writeString(file, "K=v\n" + line + "\nL=w\n");
            assertThat(Shell.sourced(file, List.of("K", "L"))).as(line).isEmpty();
        }
        Files.writeString(file, "K=v\nX=1\\\nL=w\nL='w'\n");
        assertThat(Shell.sourced(file, List.of("K", "X"))).contains(Map.of("K", "v", "X", "1L=w"));
    }
}
