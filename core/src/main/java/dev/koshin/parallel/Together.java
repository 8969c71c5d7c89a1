package dev.koshin.parallel;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs one action for each of many things side by side. */
public final class Together {
    private Together() {}

    /**
     * Runs {@code action} for each of {@code things} on a virtual thread of its own (a single one on this thread), and
     * returns when all have ended. The first exception of any of them is thrown here; the others go on to their end
     * nevertheless.
     */
    public static <T> void each(Collection<T> things, Consumer<T> action) {
        if (things.size() == 1) {
            // A virtual thread that waits for a socket starts the JDK's pollers, for which the JVM's exit waits 0.3 s.
            action.accept(things.iterator().next());
            return;
        }
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = things.stream()
                    .<Future<?>>map(thing -> each.submit(() -> action.accept(thing)))
                    .toList();
            all.forEach(Together::join);
        }
    }

    private static void join(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
