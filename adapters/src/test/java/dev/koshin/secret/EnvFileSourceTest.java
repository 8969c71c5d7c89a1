package dev.koshin.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvFileSourceTest {
    private static final String NEWLINE = "⏎";

    @TempDir
    private Path folder;

    private SecretSource holding(String text) throws IOException {
        Path file = Files.writeString(folder.resolve(".env"), text);
        return Answered.SOURCES.envFile(file, "K");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "K=v                              | v",
                "K=v # comment                    | v",
                "K=v#no-comment                   | v#no-comment",
                "K=#no-comment                    | #no-comment",
                "K=a=b                            | a=b",
                "K=a:b                            | a:b",
                "K=a~b                            | a~b",
                "K=\"v\"                          | v",
                "K=\"a b # c\"                    | a b # c",
                "K=\"v\" # it's                   | v",
                "K='v'                            | v",
                "K='$v`x'                         | $v`x",
                "K='a\"b'                         | a\"b",
                "  K=v                            | v",
                "export K=v                       | v",
                "export   K='v'                   | v",
                "K=old⏎K=v                        | v",
                "K=old⏎X=1⏎export K=\"v\"         | v",
                "# K=twin⏎K=v                     | v",
                "K=v⏎#K=twin⏎  # K=twin           | v",
                "KK=1⏎K=v⏎K_=2⏎XK=3               | v",
                "X='⏎K=inner⏎'⏎K=v                | v",
                "K=v⏎X=\"a\\\"⏎K=inner⏎\"         | v",
                "K=v⏎export K                     | v",
                "⏎⏎K=v⏎⏎                          | v",
            })
    void readsWhatShReads(String text, String value) throws IOException, InterruptedException {
        SecretSource source = holding(text.replace(NEWLINE, "\n") + "\n");
        Answered.yields(source, value);
        assertThat(readBySh()).isEqualTo(value);
    }

    private String readBySh() throws IOException, InterruptedException {
        Process sh = new ProcessBuilder("sh", "-euc", ". ./.env; printf %s \"$K\"")
                .directory(folder.toFile())
                .start();
        String value = new String(sh.getInputStream().readAllBytes(), UTF_8);
        assertThat(sh.waitFor()).isZero();
        return value;
    }

    @ParameterizedTest
    @ValueSource(strings = {"K=v\r\n", "K=\"v\"\r\nX=1\r\n", "K='v' # c\r\n", "X=1\r\nK=v # c\r\n", "K=v"})
    void toleratesWindowsLines(String text) throws IOException {
        Answered.yields(holding(text), "v");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "K = v         | has a space before the equals sign",
                "K =v          | has a space before the equals sign",
                "K= v          | has a space after the equals sign",
                "K= \"v\"      | has a space after the equals sign",
                "K= # comment   | has a space after the equals sign",
                "K: v          | has a colon instead of an equals sign",
                "K:v           | has a colon instead of an equals sign",
                "K=a b         | has a space in its value, but no quotes",
                "K=v\t# c      | has a space in its value, but no quotes",
                "K=$X          | refers to another variable or a command",
                "K=a${X}b      | refers to another variable or a command",
                "K=\"$X\"      | refers to another variable or a command",
                "K=\"`date`\"  | refers to another variable or a command",
                "K=it's        | has a character that means something to sh, but no quotes",
                "K=a;b         | has a character that means something to sh, but no quotes",
                "K=a\\b        | has a character that means something to sh, but no quotes",
                "K=~/x         | has a character that means something to sh, but no quotes",
                "K=a:~x        | has a character that means something to sh, but no quotes",
                "K=\"a\\nb\"   | has a backslash, which docker compose and sh read differently",
                "K='a\\b'      | has a backslash, which docker compose and sh read differently",
                "K='a'b        | goes on after the closing quote",
                "K=\"a\"#c     | goes on after the closing quote",
                "K=\"a\" b     | goes on after the closing quote",
            })
    void refusesWhatOnlyOneOfBothUnderstands(String line, String flaw) throws IOException {
        Answered.refuses(holding("X=1\nK=good\n" + line + "\n"), "cannot be read: line 3 " + flaw);
    }

    @Test
    void countsTheLinesOfQuotedValues() throws IOException {
        Answered.refuses(
                holding("X='1\n2\n3'\r\n\nK=$Y\n"), "cannot be read: line 5 refers to another variable or a command");
    }

    @Test
    void refusesAQuoteThatNeverEnds() throws IOException {
        Answered.refuses(holding("K=v\nX='1\nY=2\n"), "cannot be read: line 2 never closes its quote");
        Answered.refuses(holding("K=\"v\n"), "cannot be read: line 1 never closes its quote");
        Answered.refuses(holding("K=\"v\\\""), "cannot be read: line 1 never closes its quote");
        Answered.refuses(holding("K=\""), "cannot be read: line 1 never closes its quote");
    }

    @Test
    void refusesAValueOfSeveralLines() throws IOException {
        Answered.refuses(holding("K='a\nb'\n"), "holds a line break or another control character");
    }

    @Test
    void refusesAByteOrderMark() throws IOException {
        Answered.refuses(
                holding("\uFEFFK=v\n"), "cannot be read: the file starts with a byte order mark, which sh refuses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X=1\n", "# K=v\n", "K\n", "export K\n", "KK=v\n", "exportK=v\n"})
    void refusesAKeyThatIsNotSet(String text) throws IOException {
        Answered.refuses(holding(text), "is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"K=\n", "K=\"\"\n", "K=''\n", "K=  \n", "K=", "K=v\nK=\n"})
    void refusesAnEmptyValue(String text) throws IOException {
        Answered.refuses(holding(text), "is empty");
    }

    @Test
    void refusesAMissingFile() {
        Answered.refuses(Answered.SOURCES.envFile(folder.resolve("none"), "K"), "does not exist");
    }

    @Test
    void saysNothingOfTheValue() throws IOException {
        SecretSource source = holding("K=hunter2 $X\n");
        assertThat(source.toString()).isEqualTo("K in " + folder.resolve(".env"));
        assertThat(source.resolve())
                .isInstanceOfSatisfying(
                        Effect.Refused.class,
                        refused -> assertThat(refused.problem().toString()).doesNotContain("hunter2"));
    }

    @Test
    void isReadAnewEachTime() throws IOException {
        SecretSource source = holding("K=old\n");
        Effect<Secret> before = source.resolve();
        holding("K=new\n");
        assertThat(source.resolve()).isNotEqualTo(before);
        Answered.yields(source, "new");
    }
}
