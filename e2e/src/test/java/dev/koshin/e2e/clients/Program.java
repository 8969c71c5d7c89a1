package dev.koshin.e2e.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of others, run in a folder of its own with nothing of this process's environment but the {@code PATH}.
 *
 * @param command its beginning; each run adds arguments
 * @param home its home folder
 */
record Program(List<String> command, Path home, Map<String, String> environment) {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    record Ended(int exit, String out, String err) {}

    /** @param secrets more environment, because every user of the machine can read a command line */
    Ended run(Map<String, String> secrets, List<String> arguments) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(arguments);
        try {
            Path out = Files.createTempFile(home, "out-", ".txt");
            Path err = Files.createTempFile(home, "err-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(whole)
                    .directory(home.toFile())
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().retainAll(List.of("PATH"));
            builder.environment().put("HOME", home.toString());
            builder.environment().putAll(environment);
            builder.environment().putAll(secrets);
            int exit = exit(builder.start());
            return new Ended(exit, Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int exit(Process process) {
        try {
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command.getFirst() + " still runs after " + LIMIT);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
