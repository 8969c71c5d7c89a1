package dev.koshin.target.envfile;

import static dev.koshin.target.Endings.done;
import static dev.koshin.target.Endings.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvFileEditTest {
    private static final String NEWLINE = "⏎";
    private static final Held OLD = new Held.Value(Secret.of("old"));

    @TempDir
    private Path folder;

    private Delivered holding(String text) {
        return Delivered.to(folder, text.replace(NEWLINE, "\n").replace("K", Delivered.KEY));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "A=1⏎K=old⏎B=2⏎               | A=1⏎K=NEW⏎B=2⏎",
                "K=old                        | K=NEW",
                "K=\"old\" # it's⏎            | K=\"NEW\" # it's⏎",
                "export K='old'⏎              | export K='NEW'⏎",
                "#K=old⏎K=older⏎K=old⏎#K=old⏎ | #K=old⏎K=older⏎K=NEW⏎#K=old⏎",
                "K=⏎                          | K=NEW⏎",
                "K=\"\" # none yet⏎           | K=\"NEW\" # none yet⏎",
                "X='⏎K=old⏎'⏎K=old⏎           | X='⏎K=old⏎'⏎K=NEW⏎",
                "XK=old⏎K=old⏎K_=old⏎         | XK=old⏎K=NEW⏎K_=old⏎",
                "K=old⏎X=$K⏎Y='é'⏎# ü⏎        | K=NEW⏎X=$K⏎Y='é'⏎# ü⏎",
            })
    void changes_nothing_but_the_value(String text, String expected) {
        holding(text).becomes(written(expected));
    }

    private static String written(String text) {
        return text.replace("NEW", "\1")
                .replace("K", Delivered.KEY)
                .replace("\1", Delivered.NEW)
                .replace(NEWLINE, "\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "K = old           | line 2 has a space before the equals sign",
                "K= old            | line 2 has a space after the equals sign",
                "K: old            | line 2 has a colon instead of an equals sign",
                "K=$old            | line 2 refers to another variable or a command",
                "K=\"``\"          | line 2 refers to another variable or a command",
                "K=old\\           | line 2 has a character that means something to sh, but no quotes",
                "K=a b             | line 2 has a space in its value, but no quotes",
                "K=\"old           | line 2 never closes its quote",
                "K='old'x          | line 2 goes on after the closing quote",
                "K=old⏎X = 1       | line 3 has a space before the equals sign",
                "K=old⏎unset K     | line 3 assigns nothing; sh may take it for a command",
                "X=it's⏎K=old      | line 2 has a character that means something to sh, but no quotes",
            })
    void refuses_what_the_readers_would_take_for_different_things(String line, String why) throws IOException {
        isRefused(holding("A=1\n" + line + "\n"), why);
    }

    @Test
    void refuses_the_line_ends_and_the_mark_of_windows() throws IOException {
        isRefused(
                holding("A=1\r\nK=old\r\n"), "line 1 holds a carriage return, which sh takes for a part of the value");
        isRefused(holding("\uFEFFK=old\n"), "the file starts with a byte order mark, which sh refuses");
    }

    private static void isRefused(Delivered file, String why) throws IOException {
        byte[] before = Files.readAllBytes(file.path());
        Problem problem =
                Problem.of(Reason.TARGET_NOT_EDITABLE, file.target().name().value(), why);
        assertThat(refused(file.target().read())).isEqualTo(problem);
        assertThat(refused(file.target().preflight(80))).isEqualTo(problem);
        assertThat(refused(file.target().place().look())).isEqualTo(problem);
        assertThat(refused(file.deliver(OLD))).isEqualTo(problem);
        assertThat(file.path()).hasBinaryContent(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A=1\n", "# K=old\n", "export K\n", "KK=old\n", "A='\nK=old\n'\n"})
    void a_key_that_is_not_assigned_is_missing(String text) {
        Delivered file = holding(text.replace("KK", "K_"));
        Problem problem =
                Problem.of(Reason.TARGET_ROW_MISSING, file.target().name().value());
        assertThat(refused(file.target().read())).isEqualTo(problem);
        assertThat(refused(file.target().preflight(80))).isEqualTo(problem);
        assertThat(refused(file.deliver(OLD))).isEqualTo(problem);
        assertThat(done(file.target().place().look()).held())
                .doesNotContainKey(file.target().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a$b", "a'b", "a\"b", "a#b", "a\\b", "a\nb", "a=b", "a:b", "a/b", "a~b", "é"})
    void refuses_to_deliver_characters_that_mean_something_to_a_reader(String value) {
        Delivered file = holding("K='old'\n");
        assertThat(refused(file.target().deliver(OLD, Secret.of(value))))
                .isEqualTo(Problem.of(
                        Reason.TOKEN_CHARACTERS_UNFIT, file.target().name().value(), "A-Z a-z 0-9 _ . -"));
        assertThat(file.target().read()).isEqualTo(new Effect.Done<>(OLD));
    }

    @Test
    void a_missing_file_is_named() {
        assertThat(refused(new Delivered(folder.resolve("none")).target().preflight(80)))
                .isEqualTo(Problem.of(
                        Reason.TARGET_FILE_UNUSABLE, folder.resolve("none").toString(), "does not exist"));
    }

    @Test
    void every_assignment_has_a_cell_and_so_has_all_the_rest() {
        Place.View view = done(holding("K=a # c\nX=1\nK=b\n").target().place().look());
        String key = Delivered.KEY;
        assertThat(view.cells().keySet())
                .containsExactly(
                        new Place.Cell("", key),
                        new Place.Cell("", key + "#1"),
                        new Place.Cell("", "X"),
                        new Place.Cell("", "all other bytes"));
        assertThat(view.held())
                .isEqualTo(Map.of(
                        new TargetName(folder.resolve(".env") + "[" + key + "]"), new Held.Value(Secret.of("b")),
                        new TargetName(folder.resolve(".env") + "[X]"), new Held.Value(Secret.of("1"))));
    }

    @Test
    void what_is_there_already_can_be_delivered_again() {
        Delivered file = holding("K=old\n");
        assertThat(file.target().deliver(OLD, Secret.of("old"))).isInstanceOf(Effect.Done.class);
        assertThat(file.target().read()).isEqualTo(new Effect.Done<>(OLD));
    }

    @Test
    void two_targets_of_one_key_share_their_place() {
        Delivered file = holding("K=old\n");
        assertThat(file.target().place())
                .isEqualTo(file.target().place())
                .hasToString(file.path().toString());
        assertThat(file.target()).hasToString(file.path() + "[" + Delivered.KEY + "]");
    }

    @Test
    void a_key_that_no_shell_knows_is_no_option() {
        assertThatThrownBy(() -> new EnvFileOptions(folder, "A-B")).isInstanceOf(IllegalArgumentException.class);
    }
}
