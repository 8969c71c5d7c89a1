package dev.koshin.apply.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the same for helm, and what is not. */
final class ValuesTest {
    private static Values values(String yaml) {
        return Values.of(yaml).orElseThrow();
    }

    private static SortedSet<String> differences(String one, String other) {
        return values(one).differences(values(other), "t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1        | a: 1.0",
                "a: yes      | a: true",
                "a: off      | a: false",
                "a: \"x\"    | a: x",
                "a: null     | a: ",
                "{a: 1, b: 2}| {b: 2, a: 1}",
                "t: 1        | t: 2",
                "{a: 1, t: x}| a: 1",
                "{}          | null",
            })
    void the_same_in_other_words_is_no_difference(String one, String other) {
        assertThat(differences(one, other)).isEmpty();
        assertThat(differences(other, one)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1          | a: 2         | a",
                "a: 1          | a: \"1\"     | a",
                "a: null       | {}           | a",
                "a: {b: 1}     | a: {c: 1}    | a.b a.c",
                "a: [1, 2]     | a: [2, 1]    | a[0] a[1]",
                "a: {}         | a: []        | a",
                "a: {b: {}}    | a: {b: {c: 1}} | a.b a.b.c",
                "t: {u: 1}     | t: 1         | t.u",
            })
    void everything_else_is_one_and_named_by_its_path(String one, String other, String paths) {
        assertThat(differences(one, other)).containsExactly(paths.split(" "));
        assertThat(differences(other, one)).containsExactly(paths.split(" "));
    }

    @Test
    void whatever_would_wipe_data_is_found_wherever_it_is() {
        assertThat(values("{a: {reinstall: true}, b: [{reinstall: \"true\"}], c: {reinstall: on}, reinstall: TRUE}")
                        .reinstalls())
                .containsExactly("a.reinstall", "b[0].reinstall", "c.reinstall", "reinstall");
        assertThat(values("{a: {reinstall: false}, b: {reinstall: no}, reinstalled: true}")
                        .reinstalls())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0.5", "'false'", "maybe", "\"0\"", "yes"})
    void what_a_template_takes_for_true_would_wipe_data(String value) {
        assertThat(values("a: {reinstall: " + value + "}").reinstalls()).containsExactly("a.reinstall");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "~", "", "''", "Off", "{}", "[]"})
    void what_a_template_takes_for_false_is_harmless(String value) {
        assertThat(values("a: {reinstall: " + value + "}").reinstalls()).isEmpty();
    }
}
