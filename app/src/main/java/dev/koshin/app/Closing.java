package dev.koshin.app;

import java.util.ArrayDeque;
import java.util.Deque;

/** Gives back what was opened, the last first. */
final class Closing implements Runnable {
    private final Deque<Runnable> open = new ArrayDeque<>();

    void add(Runnable close) {
        open.push(close);
    }

    @Override
    public void run() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }
}
