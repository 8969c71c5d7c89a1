package dev.koshin.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.secret.SecretSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretReferenceTest {
    private static final String HINT = "koshin.yaml holds references to secrets only, such as { env: NAME }";

    @TempDir
    private Path folder;

    private SecretSource loaded(String reference) {
        String text = Read.MINIMAL.replace("{ env: ADMIN }", reference);
        return new Read(folder).loaded(text).gitlab().admin().getFirst();
    }

    private List<String> problems(String reference) {
        return new Read(folder).problems(Read.MINIMAL.replace("{ env: ADMIN }", reference));
    }

    @Test
    void namesOnePlace() {
        assertThat(loaded("{ env: A_1 }")).isEqualTo(Read.SOURCES.env("A_1"));
        assertThat(loaded("{ file: /run/x }")).isEqualTo(Read.SOURCES.file(Path.of("/run/x")));
        assertThat(loaded("{ envFile: { path: /x/.env, key: K } }"))
                .isEqualTo(Read.SOURCES.envFile(Path.of("/x/.env"), "K"));
        assertThat(loaded("{ command: [pass, show, gitlab] }"))
                .isEqualTo(Read.SOURCES.command(List.of("pass", "show", "gitlab")));
    }

    @Test
    void seesPathsFromTheFolderOfTheFileAndTheUsersHome() {
        assertThat(loaded("{ file: ../x }")).isEqualTo(Read.SOURCES.file(folder.resolveSibling("x")));
        assertThat(loaded("{ file: ~/x }")).isEqualTo(Read.SOURCES.file(Path.of("/home/somebody/x")));
        assertThat(loaded("{ command: [./x, ./y] }"))
                .isEqualTo(Read.SOURCES.command(List.of(folder.resolve("x").toString(), "./y")));
    }

    @Test
    void isNotMixedUpWithItsValue() {
        assertThat(problems("glpat-hunter2"))
                .containsExactly("4:10 config-wrong-type[gitlab.admin, a reference to a secret, text, " + HINT + "]");
        assertThat(problems("[{ env: A }, glpat-hunter2]"))
                .containsExactly(
                        "4:23 config-wrong-type[gitlab.admin[1], a reference to a secret, text, " + HINT + "]");
        assertThat(problems("12345678"))
                .containsExactly(
                        "4:10 config-wrong-type[gitlab.admin, a reference to a secret, a number, " + HINT + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ hunter2 }",
                "{ hunter2: x }",
                "{ env: x, hunter2: y }",
                "{ hunter2: 1, hunter2: 2 }",
                "{ envFile: { hunter2 } }",
                "{ env: hunter2! }",
                "{ envFile: { path: x, key: 'hunter2 ' } }",
                "{ env: [hunter2] }",
                "{ command: hunter2 }",
                "{ file: { hunter2: x } }",
                "{ kubernetesSecret: { hunter2 } }",
                "{ kubernetesSecret: { namespace: a, name: Hunter2, key: hunter2! } }",
                "{ ? [hunter2] : x }",
                "{ file: \"hunter2\\0\" }",
                "'hunter2'",
                "!hunter2 x",
                "&hunter2 x"
            })
    void isNeverShownWhenItIsWrong(String reference) {
        assertThat(problems(reference)).isNotEmpty().noneMatch(problem -> problem.contains("hunter2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                    | 4:10 config-bad-value[gitlab.admin, , needs exactly one of command, env, envFile, file, kubernetesSecret]",
                "{ env: A, file: x }   | 4:10 config-bad-value[gitlab.admin, , needs exactly one of command, env, envFile, file, kubernetesSecret]",
                "[]                    | 4:10 config-bad-value[gitlab.admin, , needs one entry at least]",
                "{ command: [] }       | 4:21 config-bad-value[gitlab.admin.command, , needs one entry at least]",
                "{ command: [a, 1] }   | 4:25 config-wrong-type[gitlab.admin.command[1], text, a number, put it in quotes]",
                "{ env: 'A B' }        | 4:17 config-bad-value[gitlab.admin.env, , must be a name of letters, digits and _]",
                "{ env: '' }           | 4:17 config-bad-value[gitlab.admin.env, , is empty]",
                "{ envFile: .env }     | 4:21 config-wrong-type[gitlab.admin.envFile, a section of keys, text, ]",
                "{ envfile: { } }      | 4:12 config-key-unknown[envfile, gitlab.admin.envfile, envFile]",
                "{ vault: x }          | 4:12 config-key-unknown[****, gitlab.admin.****, ]",
                "{ kubernetesSecret: } | 4:29 config-wrong-type[gitlab.admin.kubernetesSecret, a section of keys, nothing, ]",
                "{ envFile: {path: x}} | 4:12 config-key-missing[gitlab.admin.envFile.key]",
            })
    void saysWhatIsWrongWithIt(String reference, String problem) {
        assertThat(problems(reference)).containsExactly(problem);
    }
}
