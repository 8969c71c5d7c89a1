package dev.koshin.parallel;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

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

    /**
     * What {@code question} answers about each of {@code things}, asked like {@link #each}, in the order of the things.
     */
    public static <T, R> List<R> map(List<T> things, Function<T, R> question) {
        Map<Integer, R> answers = new ConcurrentHashMap<>();
        List<Integer> all = IntStream.range(0, things.size()).boxed().toList();
        each(all, at -> answers.put(at, question.apply(things.get(at))));
        return all.stream()
                .map(at -> Optional.ofNullable(answers.get(at)).orElseThrow())
                .toList();
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
