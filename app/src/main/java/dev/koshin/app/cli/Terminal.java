package dev.koshin.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.app.view.Screen;
import dev.koshin.model.Secret;
import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** The person in front of the program, if there is one. */
final class Terminal {
    private Terminal() {}

    static boolean isThere() {
        return console().isPresent();
    }

    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    /** Whether something is written into the program, as by {@code cat token | koshin …}. */
    static boolean isPiped() {
        try {
            return !isThere() && System.in.available() > 0;
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * One line that is not blank, and not shown while it is typed; empty if none comes, or not within {@code time}.
     * Whoever reads may stay behind in a thread of its own, as nothing can call it back.
     */
    static Optional<Secret> secret(Duration time) {
        BlockingQueue<Optional<Secret>> answer = new ArrayBlockingQueue<>(1);
        Thread.ofPlatform().daemon().start(() -> answer.add(line()));
        try {
            return Optional.ofNullable(answer.poll(time.toMillis(), TimeUnit.MILLISECONDS))
                    .flatMap(line -> line);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Secret> line() {
        while (true) {
            Optional<String> line =
                    console().map(Terminal::typed).orElseGet(Terminal::piped).map(String::strip);
            if (line.isEmpty() || !line.get().isEmpty()) {
                return line.map(Secret::of);
            }
        }
    }

    private static Optional<String> typed(Console console) {
        return Optional.ofNullable(console.readPassword()).map(String::new);
    }

    /** Byte by byte, so that what follows the line stays for the next question; empty at the end. */
    private static Optional<String> piped() {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int next = System.in.read();
            while (next >= 0 && next != '\n') {
                line.write(next);
                next = System.in.read();
            }
            return next < 0 && line.size() == 0 ? Optional.empty() : Optional.of(line.toString(UTF_8));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Asks {@code question}; empty if there is nobody to ask. */
    static Optional<Boolean> asksYes(Screen screen, String question) {
        return console().map(console -> {
            screen.note(question);
            String answer = Optional.ofNullable(console.readLine()).orElse("");
            return answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        });
    }
}
