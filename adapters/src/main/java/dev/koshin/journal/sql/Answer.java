package dev.koshin.journal.sql;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What one caller waits for. The first answer counts. */
final class Answer<T> {
    private final CompletableFuture<Supplier<T>> future = new CompletableFuture<>();

    /** {@code value} is worked out on the caller's thread, so that it costs the writer nothing. */
    void give(Supplier<T> value) {
        future.complete(value);
    }

    /** The exception is made on the caller's thread and shows where it waited. */
    void refuse(Supplier<? extends RuntimeException> why) {
        future.complete(() -> {
            throw why.get();
        });
    }

    /** Waits, also when interrupted: what was asked may be on the disk already. */
    T await() {
        return future.join().get();
    }
}
