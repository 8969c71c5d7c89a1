package dev.koshin.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real shells offer after {@code koshin}, with the scripts that the program prints. */
final class CompletionTest {
    private static final Path BIN = Distribution.built().home().resolve("bin");

    @TempDir
    private Path folder;

    @Test
    void bash_offers_commands_options_and_values() throws IOException, InterruptedException {
        String offer = """
                . <(koshin completion bash)
                offer() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _complete_koshin; echo "${COMPREPLY[@]}"; }
                """;
        assertThat(run("bash", offer + "offer koshin re")).contains("renew", "resume", "retire");
        assertThat(run("bash", offer + "offer koshin renew --re")).contains("--replace", "--retire-now");
        assertThat(run("bash", offer + "offer koshin status --output ''")).contains("text", "json");
    }

    @Test
    void the_script_beside_the_program_is_the_one_that_it_prints() throws IOException, InterruptedException {
        Path share = Distribution.built().home().resolve("share");
        assertThat(run("bash", "koshin --lang en completion bash"))
                .isEqualToIgnoringWhitespace(Files.readString(share.resolve("bash-completion/completions/koshin")));
        assertThat(run("bash", "koshin --lang en completion fish"))
                .isEqualToIgnoringWhitespace(Files.readString(share.resolve("fish/vendor_completions.d/koshin.fish")));
    }

    @Test
    void zsh_takes_the_same_script() throws IOException, InterruptedException {
        assertThat(run(
                        "zsh",
                        "autoload -U compinit; compinit -u; source <(koshin completion zsh); echo $_comps[koshin]"))
                .contains("_complete_koshin");
    }

    @Test
    void fish_offers_commands_with_their_descriptions() throws IOException, InterruptedException {
        String source = "koshin --lang ja completion fish | source; ";
        assertThat(run("fish", source + "complete -C 'koshin re'"))
                .contains("renew\t更新時期のものを更新します", "resume", "retire")
                .doesNotContain("doctor");
        assertThat(run("fish", source + "complete -C 'koshin renew --d'"))
                .contains("--dry-run")
                .doesNotContain("--check");
        assertThat(run("fish", source + "complete -C 'koshin status --output '"))
                .contains("json", "text");
    }

    private String run(String shell, String script) throws IOException, InterruptedException {
        assumeTrue(installed(shell), shell + " is not installed");
        ProcessBuilder builder = new ProcessBuilder(shell, "-c", script)
                .redirectErrorStream(true)
                .directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().compute("PATH", (_, path) -> BIN + ":" + path);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(out).isZero();
        return out;
    }

    private static boolean installed(String shell) {
        return List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, shell)));
    }
}
