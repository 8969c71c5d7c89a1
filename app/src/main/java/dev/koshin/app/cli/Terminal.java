package dev.koshin.app.cli;

import dev.koshin.app.view.Screen;
import java.io.Console;
import java.util.Locale;
import java.util.Optional;

/** The person in front of the program, if there is one. */
final class Terminal {
    private Terminal() {}

    static boolean isThere() {
        return console().isPresent();
    }

    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
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
