package dev.koshin.app.wiring;

import dev.koshin.app.messages.Messages;
import dev.koshin.app.view.Screen;
import dev.koshin.model.Secret;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** The person who looks on while a command runs, if there is one. */
public interface Operator {
    /** Where to tell something. */
    Screen screen();

    /** Whether somebody, or a pipe, can answer. */
    boolean answers();

    /** Reads one line that is not blank, without showing it; empty if none comes, or not within {@code time}. */
    Optional<Secret> secret(Duration time);

    /** Nobody. */
    static Operator nobody() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Screen blank = new Screen(nowhere, nowhere, Messages.of(Locale.ENGLISH), ZoneOffset.UTC, false);
        return new Operator() {
            @Override
            public Screen screen() {
                return blank;
            }

            @Override
            public boolean answers() {
                return false;
            }

            @Override
            public Optional<Secret> secret(Duration time) {
                return Optional.empty();
            }
        };
    }
}
