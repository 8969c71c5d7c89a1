package dev.koshin.secret;

import dev.koshin.file.TextFile;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The first line that a program writes. */
record CommandSource(List<String> argv, Environment environment, Duration limit) implements SecretSource {
    CommandSource {
        argv = List.copyOf(argv);
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }

    @Override
    public Effect<Secret> resolve() {
        try {
            return finished(started());
        } catch (CharacterCodingException _) {
            return Answers.refused(this, "wrote something that is not text in UTF-8");
        } catch (IOException _) {
            return Answers.refused(this, "cannot be started");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Answers.refused(this, "was interrupted");
        }
    }

    private Process started() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(argv).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment.ofPrograms());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private Effect<Secret> finished(Process process) throws InterruptedException, CharacterCodingException {
        try {
            return answer(process, System.nanoTime() + limit.toNanos());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Effect<Secret> answer(Process process, long deadline)
            throws InterruptedException, CharacterCodingException {
        FirstLine line = FirstLine.of(process.getInputStream());
        if (!process.waitFor(limit)) {
            return Answers.refused(this, "did not end within " + limit.toSeconds() + " seconds");
        }
        if (process.exitValue() != 0) {
            return Answers.refused(this, "ended with status " + process.exitValue());
        }
        Optional<byte[]> written = line.await(Duration.ofNanos(deadline - System.nanoTime()));
        return written.isPresent()
                ? value(written.get())
                : Answers.refused(this, "did not close its output within " + limit.toSeconds() + " seconds");
    }

    private Effect<Secret> value(byte[] line) throws CharacterCodingException {
        return line.length > FirstLine.LONGEST_BYTES
                ? Answers.refused(this, "wrote a first line of more than " + FirstLine.LONGEST_BYTES + " bytes")
                : Answers.value(this, TextFile.decoded(line));
    }

    /** The program only, as an argument may be a password. */
    @Override
    public String description() {
        return "command " + argv.getFirst();
    }

    @Override
    public String toString() {
        return description();
    }
}
