package dev.koshin.app.cli;

import dev.koshin.app.view.Screen;
import dev.koshin.app.wiring.Operator;
import dev.koshin.model.Secret;
import java.time.Duration;
import java.util.Optional;

/** Whoever started the program, as an {@link Operator}. */
record Onlooker(Screen screen) implements Operator {
    @Override
    public boolean answers() {
        return Terminal.isThere() || Terminal.isPiped();
    }

    @Override
    public Optional<Secret> secret(Duration time) {
        return Terminal.secret(time);
    }
}
