package dev.koshin.target.helmvalues;

import static dev.koshin.target.Endings.done;
import static dev.koshin.target.Endings.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
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

final class HelmValuesEditTest {
    private static final String NEWLINE = "⏎";
    private static final Held OLD = new Held.Value(Secret.of("old"));

    @TempDir
    private Path folder;

    private Delivered holding(String text) {
        return Delivered.to(folder, text.replace(NEWLINE, "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "a:⏎  b: old                        | a:⏎  b: NEW",
                "a:⏎  b: \"old\" # c⏎               | a:⏎  b: \"NEW\" # c⏎",
                "a:⏎  b:   'o''ld'⏎  c: 1⏎          | a:⏎  b:   'NEW'⏎  c: 1⏎",
                "a: {c: 1, b: old, d: [x]}⏎         | a: {c: 1, b: NEW, d: [x]}⏎",
                "a: {\"b\": \"old\"}⏎               | a: {\"b\": \"NEW\"}⏎",
                "a:⏎  b:⏎  c: 1⏎                    | a:⏎  b: NEW⏎  c: 1⏎",
                "a:⏎  b:  # none⏎  c: 1⏎            | a:⏎  b: NEW  # none⏎  c: 1⏎",
                "a:⏎  b: ~⏎                         | a:⏎  b: NEW⏎",
                "a:⏎  b: \"\" # none⏎               | a:⏎  b: \"NEW\" # none⏎",
                "a:⏎  b:⏎    old⏎                   | a:⏎  b:⏎    NEW⏎",
                "a:⏎  b: 'é😀'⏎                     | a:⏎  b: 'NEW'⏎",
                "x: é😀😀⏎a:⏎  b: old # 😀⏎         | x: é😀😀⏎a:⏎  b: NEW # 😀⏎",
                "x: \"\\x41\\u263A\"⏎a: {b: \"\\x41\"} | x: \"\\x41\\u263A\"⏎a: {b: \"NEW\"}",
                "x: &x {b: 1}⏎a: {<<: *x, b: old}⏎  | x: &x {b: 1}⏎a: {<<: *x, b: NEW}⏎",
                "a: &unused {b: old}⏎               | a: &unused {b: NEW}⏎",
                "---⏎b: 1⏎a: {b: old}⏎...⏎          | ---⏎b: 1⏎a: {b: NEW}⏎...⏎",
                "%YAML 1.1⏎---⏎a: {b: 1e5}⏎         | %YAML 1.1⏎---⏎a: {b: NEW}⏎",
            })
    void changes_nothing_but_the_value(String text, String expected) {
        holding(text).becomes(expected.replace("NEW", Delivered.NEW).replace(NEWLINE, "\n"));
    }

    @Test
    void keeps_the_line_ends_of_windows() {
        holding("x: |\r\n  1\r\na:\r\n  b: old\r\nc: 1\r\n")
                .becomes("x: |\r\n  1\r\na:\r\n  b: " + Delivered.NEW + "\r\nc: 1\r\n");
        holding("a:\r\n  b:\r\n  c: 1\r\n").becomes("a:\r\n  b: " + Delivered.NEW + "\r\n  c: 1\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "a: {b: *x}⏎x: &x 1                   | line 1 is an alias of what stands elsewhere",
                "x: &x old⏎a: {b: *x}                 | line 2 is an alias of what stands elsewhere",
                "x: &x {b: old}⏎a: *x                 | line 2 is an alias of what stands elsewhere",
                "a: {b: &x old}                       | line 1 has an anchor",
                "a: &x {b: old}⏎c: *x                 | line 1 has an anchor that line 2 uses too",
                "a: {b: !!str old}                    | line 1 has a tag",
                "`a:⏎  b: |⏎    old`                  | line 2 is a block of text",
                "a:⏎  b: >-⏎    old                   | line 2 is a block of text",
                "a:⏎  b: \"old⏎    er\"               | line 2 goes on over several lines",
                "a:⏎  b: old⏎    er                   | line 2 goes on over several lines",
                "a: {b: old}⏎---⏎c: 1                 | line 2 begins another document",
                "a:⏎  b: old⏎c: 1⏎a: {d: 1}           | lines 1 and 4 both hold a",
                "a:⏎  b: old⏎  b: older               | lines 2 and 3 both hold b",
                "a:⏎  b:⏎    c: old                   | line 2 holds a section, not a value",
                "a:⏎  b: [old]                        | line 2 holds a section, not a value",
                "a:⏎\tb: old                          | line 2, column 1 is not YAML",
                "a:⏎  b: hunter2: hunter2             | line 2, column 13 is not YAML",
                "a: {b: \u0007}                       | the file is not YAML",
            })
    void refuses_what_cannot_be_replaced_by_itself(String text, String why) throws IOException {
        Delivered file = holding(text);
        isRefused(
                file,
                Problem.of(Reason.TARGET_NOT_EDITABLE, file.target().name().value(), why));
    }

    private static void isRefused(Delivered file, Problem problem) throws IOException {
        byte[] before = Files.readAllBytes(file.path());
        assertThat(refused(file.target().read())).isEqualTo(problem);
        assertThat(refused(file.target().preflight(80))).isEqualTo(problem);
        assertThat(refused(file.target().place().look())).isEqualTo(problem);
        assertThat(refused(file.deliver(OLD))).isEqualTo(problem);
        assertThat(file.path()).hasBinaryContent(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ vault.token }}", "'{{ vault.token }}'", "\"x{{y}}\"", "{{x}}", "{{ x | quote }}"})
    void refuses_a_placeholder_of_another_tool(String placeholder) throws IOException {
        Delivered file = holding("a:\n  b: " + placeholder + "\n");
        isRefused(
                file,
                Problem.of(Reason.TARGET_HOLDS_PLACEHOLDER, file.target().name().value(), "line 2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only this\n",
                "c: 1\n",
                "a: old\n",
                "a: {c: old}\n",
                "a.b: old\n",
                "a: [b]\n",
                "x: |\n  a: {b: 1}\n"
            })
    void a_path_that_leads_nowhere_is_missing(String text) {
        Delivered file = holding(text);
        Problem problem =
                Problem.of(Reason.TARGET_ROW_MISSING, file.target().name().value());
        assertThat(refused(file.target().read())).isEqualTo(problem);
        assertThat(refused(file.deliver(OLD))).isEqualTo(problem);
        assertThat(done(file.target().place().look()).held()).isEmpty();
    }

    @Test
    void every_scalar_has_a_cell_and_so_has_all_the_rest() {
        Place.View view = done(holding("a:\n  b: old\n  c.d: [1, {e: 2}]\na.c: |\n  x\nc: 1\nc: 2\n")
                .target()
                .place()
                .look());
        assertThat(view.cells().keySet())
                .extracting(Place.Cell::column)
                .containsExactlyInAnyOrder(
                        "a.b", "a.\"c.d\".[0]", "a.\"c.d\".[1].e", "\"a.c\"", "c#1", "c", "all other bytes");
    }

    @Test
    void filling_an_empty_place_changes_one_cell() {
        Delivered file = holding("a:\n  b:\n  c: 1\n");
        Place.View before = done(file.target().place().look());
        done(file.deliver(new Held.Nothing()));
        Place.View after = done(file.target().place().look());
        assertThat(before.cells().keySet()).isEqualTo(after.cells().keySet());
        assertThat(after.cells().entrySet().stream()
                        .filter(cell -> !before.cells().entrySet().contains(cell)))
                .extracting(Map.Entry::getKey)
                .containsExactly(file.target().cell());
    }

    @Test
    void what_is_there_already_can_be_delivered_again() {
        Delivered file = holding("a: {b: old}\n");
        assertThat(file.target().deliver(OLD, Secret.of("old"))).isInstanceOf(Effect.Done.class);
        assertThat(file.target().read()).isEqualTo(new Effect.Done<>(OLD));
    }

    @Test
    void two_targets_of_one_key_share_their_place() {
        Delivered file = holding("a: {b: old}\n");
        assertThat(file.target().place())
                .isEqualTo(file.target().place())
                .hasToString(file.path().toString());
        assertThat(file.target()).hasToString(file.path() + "[a.b]");
        assertThat(file.at("a").target().place()).isNotEqualTo(file.target().place());
    }

    @Test
    void a_path_with_an_empty_key_is_no_option() {
        assertThatThrownBy(() -> new HelmValuesOptions(folder, "a..b")).isInstanceOf(IllegalArgumentException.class);
    }
}
