package dev.koshin.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class CommandSourceTest {
    private static final SecretSources HASTY =
            new SecretSources(System.getenv(), new Home(Path.of("/")), Duration.ofSeconds(1));

    @TempDir
    private Path folder;

    private static SecretSource sh(String script) {
        return Answered.SOURCES.command(List.of("sh", "-c", script));
    }

    @Test
    void yieldsTheFirstLine() {
        Answered.yields(sh("echo hunter2"), "hunter2");
        Answered.yields(sh("printf hunter2"), "hunter2");
        Answered.yields(sh("printf 'hunter2\\r\\n'"), "hunter2");
        Answered.yields(sh("echo hunter2; echo login: me; echo url: there"), "hunter2");
    }

    @Test
    void runsWithoutAShell() {
        Answered.yields(Answered.SOURCES.command(List.of("printf", "%s", "$HOME; *")), "$HOME; *");
    }

    @Test
    void closesTheStandardInput() {
        Answered.yields(sh("cat; echo hunter2"), "hunter2");
    }

    @Test
    void passesTheEnvironmentThrough() {
        SecretSources sources = Answered.with(Map.of("VAULT", "hunter2", "PATH", System.getenv("PATH")));
        Answered.yields(sources.command(List.of("sh", "-c", "echo $VAULT")), "hunter2");
    }

    @Test
    void keepsTheVariablesBackThatAreSecretsOfOthers() {
        SecretSources sources = Answered.with(Map.of("DATABASE", "hunter3", "PATH", System.getenv("PATH")));
        SecretSource command = sources.command(List.of("sh", "-c", "echo ${DATABASE:-hunter2}"));
        Answered.yields(sources.env("DATABASE"), "hunter3");
        Answered.yields(command, "hunter2");
    }

    @Test
    void refusesAFailureAndShowsNothingOfIt() {
        Answered.refuses(sh("echo hunter2; echo hunter3 >&2; exit 3"), "ended with status 3");
    }

    @Test
    void refusesACommandThatIsMissing() {
        Answered.refuses(Answered.SOURCES.command(List.of("/no/such/program", "x")), "cannot be started");
    }

    @Test
    void refusesAnEmptyAnswer() {
        Answered.refuses(sh("true"), "is empty");
        Answered.refuses(sh("echo; echo hunter2"), "is empty");
    }

    @Test
    void refusesWhatIsNotText() {
        Answered.refuses(sh("printf 'a\\377\\n'"), "wrote something that is not text in UTF-8");
    }

    @Test
    void readsOnWhileTheCommandWritesMoreThanThePipeHolds() {
        Answered.yields(sh("echo hunter2; head -c 1000000 /dev/zero"), "hunter2");
    }

    @Test
    void refusesALineWithoutEnd() {
        Answered.refuses(sh("head -c 1000000 /dev/zero"), "wrote a first line of more than 65536 bytes");
    }

    @Test
    void killsACommandAndItsChildrenAtTheTimeLimit() throws IOException {
        Path pids = folder.resolve("pids");
        String script = "sleep 600 & printf '%s\\n' $! $$ >" + pids + "; echo hunter2; wait";
        Answered.refuses(HASTY.command(List.of("sh", "-c", script)), "did not end within 1 seconds");
        List<String> both = Files.readAllLines(pids);
        assertThat(both).hasSize(2);
        for (String pid : both) {
            ProcessHandle.of(Long.parseLong(pid))
                    .ifPresent(handle -> handle.onExit().join());
        }
    }

    @Test
    void doesNotWaitForAChildThatIsLeftBehindWithTheOutputOpen() throws IOException {
        Path pid = folder.resolve("pid");
        Answered.yields(HASTY.command(List.of("sh", "-c", "echo hunter2; sleep 600 & echo $! >" + pid)), "hunter2");
        stop(pid);
    }

    /** Whether the JDK sees the end of the command or the open output first is chance; both endings are honest. */
    @Test
    void doesNotWaitForALineEndFromAChildThatIsLeftBehind() throws IOException {
        Path pid = folder.resolve("pid");
        SecretSource source = HASTY.command(List.of("sh", "-c", "printf hunter2; sleep 600 & echo $! >" + pid));
        assertThat(source.resolve())
                .isIn(
                        new Effect.Done<>(Secret.of("hunter2")),
                        new Effect.Refused<Secret>(Problem.of(
                                Reason.SECRET_UNRESOLVED, "command sh", "did not close its output within 1 seconds")));
        stop(pid);
    }

    private static void stop(Path pid) throws IOException {
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void endsWhenInterrupted() {
        Thread.currentThread().interrupt();
        Answered.refuses(sh("sleep 600"), "was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void hasHalfAMinute() {
        assertThat(SecretSources.COMMAND_LIMIT).isEqualTo(Duration.ofSeconds(30));
        assertThat(Answered.SOURCES.command(List.of("x")))
                .isInstanceOfSatisfying(
                        CommandSource.class,
                        source -> assertThat(source.limit()).isEqualTo(Duration.ofSeconds(30)));
    }

    @Test
    void namesTheProgramOnly() {
        assertThat(Answered.SOURCES.command(List.of("vault", "--token=hunter2")).toString())
                .isEqualTo("command vault");
    }
}
