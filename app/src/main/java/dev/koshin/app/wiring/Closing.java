package dev.koshin.app.wiring;

import java.util.ArrayDeque;
import java.util.Deque;

/** Gives back what was opened, the last first. */
public final class Closing implements Runnable {
    private final Deque<Runnable> open = new ArrayDeque<>();

    /** {@code close} is run at the end. */
    public void add(Runnable close) {
        open.push(close);
    }

    @Override
    public void run() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }
}
