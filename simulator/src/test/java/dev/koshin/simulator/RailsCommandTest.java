package dev.koshin.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.rails.RailsScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a program starts it. */
final class RailsCommandTest {
    private static final String SCRIPT = "puts \"#{User.find_by_username(ENV.fetch('T_USER')).id}:#{ENV['T_OTHER']}\"";

    private final Stage stage = Stage.open();

    @TempDir
    private Path folder;

    private Path command = Path.of("gitlab-rails");

    @BeforeEach
    void write() {
        command = folder.resolve("gitlab-rails");
        RailsScript.write(command, stage.uri(""));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aScriptRunsWithTheVariablesThatItNames() throws IOException, InterruptedException {
        assertThat(run("", "runner", SCRIPT)).isEqualTo("0 2:here\n");
    }

    @Test
    void aScriptMayComeFromStandardInputOrFromAFile() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.rb"), SCRIPT);

        assertThat(run(SCRIPT, "runner", "-")).isEqualTo("0 2:here\n");
        assertThat(run("", "runner", file.toString())).isEqualTo("0 2:here\n");
    }

    @Test
    void aScriptReadsWhatComesIn() throws IOException, InterruptedException {
        assertThat(run("ann\n", "runner", "puts User.find_by_username($stdin.gets.chomp).id"))
                .isEqualTo("0 2\n");
    }

    @Test
    void aFailureIsAnExitCodeAndATrace() throws IOException, InterruptedException {
        assertThat(run("", "runner", "nil.save!"))
                .startsWith("1 ")
                .contains("undefined method `save!' for nil:NilClass (NoMethodError)");
    }

    @Test
    void withoutASimulatorItSaysSo() throws IOException, InterruptedException {
        stage.close();

        assertThat(run("", "runner", SCRIPT)).startsWith("1 gitlab-rails: no simulator answers at");
    }

    @Test
    void anythingElseIsAQuestionForUsage() throws IOException, InterruptedException {
        assertThat(run("", "console")).startsWith("1 usage: gitlab-rails runner");
    }

    /** The exit code, and both streams. */
    private String run(String input, String... arguments) throws IOException, InterruptedException {
        List<String> line = Stream.concat(Stream.of(command.toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("T_USER", "ann");
        builder.environment().put("T_OTHER", "here");
        Process process = builder.start();
        process.outputWriter(UTF_8).append(input).close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() + " " + said;
    }
}
