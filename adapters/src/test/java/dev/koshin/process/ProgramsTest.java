package dev.koshin.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ProgramsTest {
    private static final Programs PROGRAMS = new Programs(Map.of(
            "PATH", System.getenv("PATH"), "PWD", "/elsewhere", "GITLAB_HOST", "old", "GITLAB_PORT", "1", "KEPT", "2"));

    @TempDir
    private Path folder;

    private static Command sh(String script) {
        return Command.of(List.of("sh", "-c", script), Duration.ofSeconds(30));
    }

    private static Command hasty(String script) {
        return Command.of(List.of("sh", "-c", script), Duration.ofMillis(500));
    }

    private static String out(Command command) {
        return PROGRAMS.run(command) instanceof Ended.Exited exited ? exited.out() : "";
    }

    @Test
    void tellsTheStatusAndBothOutputs() {
        assertThat(PROGRAMS.run(sh("echo out; echo err >&2; exit 3"))).isEqualTo(new Ended.Exited(3, "out\n", "err\n"));
    }

    @Test
    void runsWithoutAShell() {
        Command command = Command.of(List.of("printf", "%s", "$HOME; *"), Duration.ofSeconds(30));
        assertThat(PROGRAMS.run(command)).isEqualTo(new Ended.Exited(0, "$HOME; *", ""));
    }

    @Test
    void closesTheStandardInputAtOnceIfThereIsNothingForIt() {
        assertThat(out(sh("cat; echo end"))).isEqualTo("end\n");
    }

    @Test
    void writesTheInputInUtf8AndClosesIt() {
        assertThat(out(sh("cat").input(Secret.of("一行\n二行\n")))).isEqualTo("一行\n二行\n");
    }

    @Test
    void doesNotGetStuckOnFullPipes() {
        Secret flood = Secret.of("x".repeat(3_000_000));
        Ended ended = PROGRAMS.run(sh("tee /dev/stderr").input(flood));
        assertThat(ended).isInstanceOf(Ended.Exited.class);
        assertThat(((Ended.Exited) ended).out()).hasSize(Programs.LONGEST_BYTES);
        assertThat(((Ended.Exited) ended).err()).hasSize(Programs.LONGEST_BYTES);
    }

    @Test
    void endsThoughTheProgramReadsNothingOfALongInput() {
        assertThat(PROGRAMS.run(sh("exit 0").input(Secret.of("x".repeat(3_000_000)))))
                .isEqualTo(new Ended.Exited(0, "", ""));
    }

    @Test
    void decodesWhatIsNotUtf8AsWellAsItCan() {
        assertThat(out(sh("printf 'a\\377b'"))).isEqualTo("a\uFFFDb");
    }

    @Test
    void saysWhyAProgramCannotBeStarted() {
        Ended ended = PROGRAMS.run(Command.of(List.of("/no/such/program", "hunter2"), Duration.ofSeconds(1)));
        assertThat(ended).isInstanceOf(Ended.NotStarted.class);
        assertThat(((Ended.NotStarted) ended).why())
                .contains("/no/such/program")
                .doesNotContain("hunter2");
    }

    @Test
    void startsNothingInADirectoryThatIsMissing() {
        assertThat(PROGRAMS.run(sh("true").in(folder.resolve("none")))).isInstanceOf(Ended.NotStarted.class);
    }

    @Test
    void runsInTheDirectoryAndSaysSoInPwd() {
        assertThat(out(sh("pwd; printenv PWD").in(folder))).isEqualTo(folder + "\n" + folder + "\n");
    }

    @Test
    void changesOnlyTheVariablesThatTheCommandNames() {
        Command command = sh("env | grep -e GITLAB_ -e KEPT -e NEW | sort").without("GITLAB_");
        assertThat(out(command)).isEqualTo("KEPT=2\n");
        assertThat(out(command.with("NEW", "3").with("GITLAB_HOST", "new")))
                .isEqualTo("GITLAB_HOST=new\nKEPT=2\nNEW=3\n");
    }

    @Test
    void killsAProgramAndItsChildrenAtTheTimeLimit() throws IOException {
        Path pids = folder.resolve("pids");
        Command command = hasty("sleep 600 & printf '%s\\n' $! $$ >" + pids + "; wait");
        assertThat(PROGRAMS.run(command)).isEqualTo(new Ended.TimedOut(Duration.ofMillis(500)));
        List<String> both = Files.readAllLines(pids);
        assertThat(both).hasSize(2);
        both.forEach(ProgramsTest::ended);
    }

    @Test
    void doesNotWaitForAChildThatIsLeftBehindWithTheOutputOpen() throws IOException {
        Path pid = folder.resolve("pid");
        assertThat(PROGRAMS.run(sh("echo out; sleep 600 & echo $! >" + pid)))
                .isEqualTo(new Ended.Exited(0, "out\n", ""));
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void killsTheProgramWhenInterrupted() throws IOException, InterruptedException {
        Path pid = folder.resolve("pid");
        AtomicReference<Ended> ended = new AtomicReference<>();
        Command command = sh("echo $$ >" + pid + ".new; mv " + pid + ".new " + pid + "; exec sleep 600");
        Thread running = Thread.ofVirtual().start(() -> ended.set(PROGRAMS.run(command)));
        while (!Files.exists(pid)) {
            Thread.onSpinWait();
        }
        running.interrupt();
        running.join();
        assertThat(ended).hasValue(new Ended.Interrupted());
        ended(Files.readString(pid).strip());
    }

    @Test
    void startsNothingOnceInterrupted() {
        Thread.currentThread().interrupt();
        Path file = folder.resolve("file");
        assertThat(PROGRAMS.run(sh("touch " + file))).isEqualTo(new Ended.Interrupted());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).doesNotExist();
    }

    @Test
    void printsNothingThatMayBeSecret() {
        Command command = sh("hunter2").with("PASSWORD", "hunter3").input(Secret.of("hunter4"));
        assertThat(command).hasToString("command sh");
        assertThat(new Ended.Exited(1, "hunter2", "hunter3")).hasToString("Exited[status=1]");
    }

    @Test
    void refusesACommandWithoutAProgram() {
        assertThatThrownBy(() -> Command.of(List.of(), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void ended(String pid) {
        ProcessHandle.of(Long.parseLong(pid))
                .ifPresent(handle -> handle.onExit().join());
    }
}
