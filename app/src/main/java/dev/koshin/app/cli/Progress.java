package dev.koshin.app.cli;

import dev.koshin.app.view.Screen;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the standard error output, while work takes long and a person looks on. */
final class Progress implements AutoCloseable {
    private static final int WORTH_SHOWING = 20;

    private final Optional<ProgressBar> bar;

    private Progress(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    static Progress of(Screen screen, int steps) {
        boolean shown = steps >= WORTH_SHOWING && !screen.json() && Terminal.isThere();
        return new Progress(
                shown
                        ? Optional.of(new ProgressBarBuilder()
                                .setTaskName("koshin")
                                .setInitialMax(steps)
                                .setStyle(ProgressBarStyle.ASCII)
                                .build())
                        : Optional.empty());
    }

    void step() {
        bar.ifPresent(ProgressBar::step);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
