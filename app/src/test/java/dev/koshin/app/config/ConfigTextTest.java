package dev.koshin.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigTextTest {
    private static final int MEBIBYTE = 1024 * 1024;

    @TempDir
    private Path folder;

    private List<String> problems(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("koshin.yaml"), bytes);
        return Read.shown(new Read(folder).of(file));
    }

    private List<String> problems(String text) throws IOException {
        return problems(text.getBytes(UTF_8));
    }

    @Test
    void missesAFileThatIsNotThere() {
        Path file = folder.resolve("none.yaml");
        ConfigResult result = new Read(folder).of(file);
        assertThat(Read.shown(result)).containsExactly("0:0 config-missing[" + file + "]");
        assertThat(result)
                .isInstanceOfSatisfying(
                        ConfigResult.Rejected.class,
                        rejected -> assertThat(rejected.problems().getFirst().file())
                                .isEqualTo(file));
    }

    @Test
    void cannotReadAFolder() {
        assertThat(Read.shown(new Read(folder).of(folder)))
                .containsExactly("0:0 config-unreadable[" + folder + ", is a folder]");
    }

    @Test
    void refusesAFileOfTenMegabytes() throws IOException {
        assertThat(problems(new byte[10_000_000]))
                .containsExactly("0:0 config-unreadable[" + folder.resolve("koshin.yaml") + ", is larger than 1 MiB]");
    }

    @Test
    void acceptsAFileOfOneMebibyte() throws IOException {
        String comment = "#" + "x".repeat(MEBIBYTE - Read.MINIMAL.length() - 2) + "\n";
        assertThat(problems(Read.MINIMAL + comment)).isEmpty();
        assertThat(problems(Read.MINIMAL + "#" + comment)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing\n", "---\n", "null\n", "{}\n"})
    void missesEverythingInAnEmptyFile(String text) throws IOException {
        assertThat(problems(text)).containsExactly("1:1 config-key-missing[gitlab]", "1:1 config-key-missing[version]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"koshin", "- version: 1"})
    void expectsASection(String text) throws IOException {
        assertThat(problems(text))
                .singleElement()
                .asString()
                .startsWith("1:1 config-wrong-type[., a section of keys, ");
    }

    @Test
    void refusesWhatIsNotYaml() throws IOException {
        assertThat(problems("version: 1\ngitlab: { url: x\n"))
                .containsExactly("3:1 config-not-yaml[expected ',' or '}', but got <stream end>]");
        assertThat(problems("version: 1\n  gitlab: x\n"))
                .containsExactly("2:9 config-not-yaml[mapping values are not allowed here]");
    }

    @Test
    void refusesTabs() throws IOException {
        assertThat(problems("version: 1\ngitlab:\n\turl: x\n"))
                .singleElement()
                .asString()
                .startsWith("3:1 config-not-yaml[found character '\\t(TAB)'");
    }

    @Test
    void refusesSeveralDocuments() throws IOException {
        assertThat(problems(Read.MINIMAL + "---\n" + Read.MINIMAL))
                .containsExactly("5:1 config-not-yaml[but found another document]");
    }

    @Test
    void refusesABinaryFile() throws IOException {
        assertThat(problems(new byte[] {'a', ':', '\n', 'b', 'c', (byte) 0xff, (byte) 0xfe, 0}))
                .containsExactly("2:3 config-not-yaml[is not text in UTF-8]");
        assertThat(problems(new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0}))
                .containsExactly("1:1 config-not-yaml[is not text in UTF-8]");
        assertThat(problems("version: 1\nab\0c: 1\n"))
                .containsExactly("2:3 config-not-yaml[the character U+0000 is not allowed]");
        assertThat(problems("# é𝒳".getBytes(UTF_8))).hasSize(2);
        assertThat(problems(new byte[] {'#', (byte) 0xe3, (byte) 0x81}))
                .containsExactly("1:2 config-not-yaml[is not text in UTF-8]");
    }

    @Test
    void countsCharactersNotBytes() throws IOException {
        assertThat(problems(Read.MINIMAL + "policy: { # 更新時期𝒳\n  grace: 1, \"更新\": 1 }\n"))
                .contains("6:13 config-key-unknown[更新, policy.更新, ]");
    }

    @Test
    void toleratesAByteOrderMarkAndWindowsLines() throws IOException {
        assertThat(problems("\uFEFF" + Read.MINIMAL.replace("\n", "\r\n"))).isEmpty();
    }

    @Test
    void takesJson() throws IOException {
        assertThat(problems("{\"version\":1,\"gitlab\":{\"url\":\"http://gitlab\",\"admin\":{\"env\":\"A\"}}}"))
                .isEmpty();
    }

    @Test
    void allowsAliases() throws IOException {
        assertThat(problems(Read.MINIMAL.replace("{ env: ADMIN }", "[&a { env: ADMIN }" + ", *a".repeat(50) + "]")))
                .isEmpty();
    }

    @Test
    @Timeout(20)
    void boundsAliasesAndDepth() throws IOException {
        assertThat(problems(Read.MINIMAL.replace("{ env: ADMIN }", "[&a { env: ADMIN }" + ", *a".repeat(51) + "]")))
                .singleElement()
                .asString()
                .contains("config-not-yaml[uses more than 50 aliases]");
        assertThat(problems("[".repeat(MEBIBYTE)))
                .containsExactly("1:51 config-not-yaml[is nested deeper than 50 levels]");
        assertThat(problems("? ".repeat(MEBIBYTE / 2)))
                .containsExactly("1:101 config-not-yaml[is nested deeper than 50 levels]");
        assertThat(problems("a: ".repeat(100_000))).hasSize(1);
        assertThat(problems("- ".repeat(MEBIBYTE / 2))).hasSize(1);
    }

    @Test
    @Timeout(20)
    void endsOnStructuresThatContainThemselves() throws IOException {
        assertThat(problems(Read.MINIMAL.replace("{ env: ADMIN }", "&a [*a]")))
                .containsExactly("4:10 config-wrong-type[gitlab.admin[0], a reference to a secret, a list,"
                        + " koshin.yaml holds references to secrets only, such as { env: NAME }]");
        assertThat(problems("&a { version: 1, gitlab: *a }\n")).isNotEmpty();
        assertThat(problems("&a { *a : 1 }\n"))
                .contains("1:1 config-wrong-type[?, text as a key, a section of keys, ]");
    }

    @Test
    void doesNotMerge() throws IOException {
        assertThat(problems(Read.MINIMAL + "policy: { <<: { grace: 1h } }\n"))
                .containsExactly("5:11 config-key-unknown[<<, policy.<<, ]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin: *hunter2",
                "admin: !hunter2!x y",
                "%TAG !hunter2! x\n%TAG !hunter2! y\n--- {}",
                "admin: 'hunter2",
                "admin: hunter2: x",
                "admin: [hunter2",
                "admin: { hunter2",
                "admin: \"hunter2\\q\"",
                "admin: `hunter2",
                "admin: @hunter2",
                "admin: %hunter2",
                "admin: &hunter2 &hunter2 x",
                "admin: |hunter2",
                "%hunter2",
                "admin: !<hunter2",
                "admin: ? hunter2",
                "admin: - hunter2",
                "hunter2\n x: y",
                "admin: x\n hunter2"
            })
    void quotesNothingOfAFileThatIsNotYaml(String text) throws IOException {
        assertThat(problems(text)).isNotEmpty().noneMatch(problem -> problem.contains("hunter2"));
    }
}
