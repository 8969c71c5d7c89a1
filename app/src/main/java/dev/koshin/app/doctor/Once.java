package dev.koshin.app.doctor;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A fact that is gathered when it is first asked for, and only then; those who ask meanwhile wait for it.
 *
 * @param <T> the fact
 */
final class Once<T> {
    private final Supplier<T> gathering;
    private final ReentrantLock turn = new ReentrantLock();
    private Optional<T> fact = Optional.empty();

    Once(Supplier<T> gathering) {
        this.gathering = gathering;
    }

    T get() {
        turn.lock();
        try {
            if (fact.isEmpty()) {
                fact = Optional.of(gathering.get());
            }
            return fact.get();
        } finally {
            turn.unlock();
        }
    }
}
