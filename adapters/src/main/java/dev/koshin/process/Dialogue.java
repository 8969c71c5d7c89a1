package dev.koshin.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.model.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program that runs on: it hears lines, and answers in lines. For one caller at a time. */
public final class Dialogue implements AutoCloseable {
    private static final Duration TO_LEAVE = Duration.ofSeconds(2);

    private final Process process;
    private final OutputStream input;
    private final Output errors;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    Dialogue(Process process) {
        this.process = process;
        this.input = process.getOutputStream();
        this.errors = Output.of(process.getErrorStream());
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (Optional<String> line = next(lines); line.isPresent(); line = next(lines)) {
                heard.add(new Heard.Line(line.get()));
            }
        } catch (IOException _) {
            // it was killed; what it had said by then is all there is
        } finally {
            heard.add(new Heard.End());
        }
    }

    private static Optional<String> next(BufferedReader lines) throws IOException {
        return Optional.ofNullable(lines.readLine());
    }

    /** Says {@code text}; a program that has ended may or may not be noticed here. */
    public void say(Secret text) throws IOException {
        input.write(Programs.bytes(text));
        input.flush();
    }

    /** The next line of its answer. */
    public Heard hear(Duration limit) {
        try {
            return Optional.ofNullable(heard.poll(limit.toNanos(), TimeUnit.NANOSECONDS))
                    .orElseGet(Heard.Silence::new);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Heard.Silence();
        }
    }

    /** What it complained about until its end, which must be near. */
    public String errors() {
        try {
            return errors.await(TO_LEAVE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Ends it at once; one of another user, which cannot be killed, hears at least that nothing more comes. */
    public void kill() {
        leave();
        Programs.kill(process);
    }

    private void leave() {
        try {
            input.close();
        } catch (IOException _) {
            // it has gone already
        }
    }

    /** Says that nothing more comes, and ends it if it does not leave by itself. */
    @Override
    public void close() {
        leave();
        try {
            boolean _ = process.waitFor(TO_LEAVE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            kill();
        }
    }

    /** The program only. */
    @Override
    public String toString() {
        return "dialogue with process " + process.pid();
    }

    /** What was heard. */
    public sealed interface Heard {
        /** A line, without its end. */
        record Line(String text) implements Heard {
            /** A line may hold anything. */
            @Override
            public String toString() {
                return "Line";
            }
        }

        /** The program says nothing any more. */
        record End() implements Heard {}

        /** Nothing, for as long as was waited, or the waiting thread was interrupted and stays flagged. */
        record Silence() implements Heard {}
    }
}
