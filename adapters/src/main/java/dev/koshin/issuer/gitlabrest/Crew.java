package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Does one thing for many, so many at a time, on virtual threads; begins no more once one has failed. */
final class Crew {
    private final ExecutorService threads;
    private final int hands;

    Crew(ExecutorService threads, int hands) {
        this.threads = threads;
        this.hands = hands;
    }

    /** Done when all are, in the order of {@code all}; else the other ending that came first. */
    <A, B> Effect<List<B>> each(Collection<A> all, Function<A, Effect<B>> work) {
        Semaphore free = new Semaphore(hands);
        AtomicReference<Optional<Effect<B>>> failure = new AtomicReference<>(Optional.empty());
        List<Callable<Effect<B>>> tasks = new ArrayList<>(all.size());
        all.forEach(one -> tasks.add(() -> {
            free.acquire();
            try {
                return failure.get().orElseGet(() -> noted(work.apply(one), failure));
            } finally {
                free.release();
            }
        }));
        return gathered(tasks);
    }

    private static <B> Effect<B> noted(Effect<B> ending, AtomicReference<Optional<Effect<B>>> failure) {
        if (!(ending instanceof Effect.Done)) {
            failure.set(Optional.of(ending));
        }
        return ending;
    }

    private <B> Effect<List<B>> gathered(List<Callable<Effect<B>>> tasks) {
        try {
            Effect<List<B>> sum = new Effect.Done<>(new ArrayList<>(tasks.size()));
            for (Future<Effect<B>> ending : threads.invokeAll(tasks)) {
                sum = joined(sum, ending.get());
            }
            return sum;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Effect.Refused<>(Problem.of(Reason.GITLAB_TIMEOUT, "GET", "interrupted"));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call threw", e.getCause());
        }
    }

    private static <B> Effect<List<B>> joined(Effect<List<B>> sum, Effect<B> one) {
        return sum.flatMap(list -> one.map(value -> {
            list.add(value);
            return list;
        }));
    }
}
