package dev.koshin.matrix;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Runs many stories side by side, and counts those in which something broke. */
final class Tally {
    /** More than there are processors, as some stories wait for late answers. */
    private static final int SIDE_BY_SIDE = 4 * Runtime.getRuntime().availableProcessors();

    private final String name;
    private final long started = System.nanoTime();
    private int ran;
    private final List<String> broken = new ArrayList<>();

    Tally(String name) {
        this.name = name;
    }

    /** Plays itself, and says what was wrong; empty when nothing was. */
    @FunctionalInterface
    interface Story {
        List<String> play();
    }

    /** Plays all; {@code toString} of each must say how to find it again. */
    void play(List<? extends Story> stories) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<List<String>>> endings = new ArrayList<>();
            stories.forEach(story -> endings.add(threads.submit(story::play)));
            for (int i = 0; i < stories.size(); i++) {
                note(stories.get(i), endings.get(i));
            }
        }
    }

    private void note(Story story, Future<List<String>> ending) throws InterruptedException {
        ran++;
        try {
            List<String> wrong = ending.get();
            if (!wrong.isEmpty()) {
                broken.add(story + ": " + String.join("; ", wrong));
            }
        } catch (ExecutionException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            broken.add(story + ": " + cause
                    + Stream.of(cause.getStackTrace()).limit(3).toList());
        }
    }

    int ran() {
        return ran;
    }

    List<String> broken() {
        return List.copyOf(broken);
    }

    /** For people: {@code fault matrix: 1710 cases, 0 broken, 61 s}. */
    @Override
    public String toString() {
        long seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
        return name + ": " + ran + " cases, " + broken.size() + " broken, " + seconds + " s";
    }
}
