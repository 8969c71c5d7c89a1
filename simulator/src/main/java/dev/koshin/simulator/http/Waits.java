package dev.koshin.simulator.http;

import java.time.Duration;

/** Waiting on purpose. */
public final class Waits {
    private Waits() {}

    /** Blocks a virtual thread, which costs nothing. An interrupt ends the wait early. */
    public static void pause(Duration by) {
        if (!by.isPositive()) {
            return;
        }
        try {
            Thread.sleep(by);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
