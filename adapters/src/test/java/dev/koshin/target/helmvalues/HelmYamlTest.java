package dev.koshin.target.helmvalues;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compared once with what sigs.k8s.io/yaml 1.6.0, which Helm uses, writes for each of these. */
final class HelmYamlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "123",
                "12e34",
                "12E34",
                "0x1F",
                "0X1F",
                "0o17",
                "0O17",
                "017",
                "0b1",
                "0B1",
                "-0x1f",
                "-0b1",
                "08",
                "00",
                "1_0",
                "1_",
                "0_",
                "0x_1",
                "1__2",
                "-_1",
                ".5",
                "5.",
                ".5e1",
                "1.e5",
                "1.5e-3",
                "-1",
                "-.5",
                "-1e5",
                "1e5_",
                ".1_2",
                "99999999999999999999999",
                "20261301",
                "-",
                "---",
                "---a",
                "...",
                "...a",
                ".inf",
                ".Inf",
                ".INF",
                "-.inf",
                ".nan",
                ".NaN",
                "y",
                "Y",
                "yes",
                "YES",
                "Yes",
                "n",
                "no",
                "NO",
                "on",
                "On",
                "off",
                "OFF",
                "true",
                "True",
                "TRUE",
                "null",
                "NULL",
                "Null",
                "2026-01-02",
                "2026-1-2",
            })
    void what_helm_writes_in_quotes_is_refused(String value) {
        assertThat(HelmYaml.quotes(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "glpat-abcDEF_123.01.0a1b2c",
                "EgcsQQWuw7U5klxkW008",
                "1e",
                "12e34x",
                "x12e34",
                "12e34e5",
                "0xg",
                "0b2",
                "0o8",
                "nan",
                "inf",
                "yEsx",
                "truee",
                "1.2.3",
                "1-2",
                "a-",
                "-a",
                "--",
                "_",
                "_a",
                "..a",
                ".a",
                "e5",
                "2026-01-02a",
                "12345678901234567890a",
            })
    void any_other_text_is_not(String value) {
        assertThat(HelmYaml.quotes(value)).isFalse();
    }

    /** These would arrive whole, but another token costs less than a finer rule. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999", "yEs", "nULL", ".", "_1", "2026-13-01"})
    void a_few_are_refused_without_need(String value) {
        assertThat(HelmYaml.quotes(value)).isTrue();
    }
}
