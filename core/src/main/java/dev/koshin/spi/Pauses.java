package dev.koshin.spi;

import java.time.Duration;

/** Waiting, so that tests need not. */
@FunctionalInterface
public interface Pauses {
    /** Returns after {@code time}; earlier only when the thread is interrupted, which stays flagged. */
    void pause(Duration time);
}
