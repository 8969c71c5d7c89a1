package dev.koshin.app.wiring;

import dev.koshin.app.view.Screen;
import dev.koshin.issuer.choice.Listener;
import dev.koshin.issuer.choice.Passed;
import java.time.Duration;
import java.util.List;

/** Tells by which way a token is made, and that a slow one is still at it. */
final class Commentary implements Listener {
    private static final int SECONDS_BETWEEN = 30;

    private final Screen screen;
    private volatile long told = -1;

    Commentary(Screen screen) {
        this.screen = screen;
    }

    /** Nothing to tell about the first way, which is the usual one. */
    @Override
    public void chosen(String way, List<Passed> passed) {
        if (!passed.isEmpty()) {
            why(passed);
            screen.note(screen.messages().text("way.chosen", way));
        }
    }

    @Override
    public void none(List<Passed> all) {
        why(all);
    }

    private void why(List<Passed> passed) {
        passed.forEach(one -> screen.note(screen.messages()
                .text(
                        "way.passed",
                        one.way(),
                        one.problem().reason().code(),
                        screen.messages().what(one.problem()))));
    }

    /** Ruby needs minutes to start, and is silent meanwhile. */
    void rails(Duration elapsed) {
        long seconds = elapsed.toSeconds();
        if (seconds / SECONDS_BETWEEN != told) {
            told = seconds / SECONDS_BETWEEN;
            screen.note(screen.messages().text("way.rails", seconds));
        }
    }
}
