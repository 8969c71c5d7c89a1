package dev.koshin.simulator.state;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The guard of the state: one request at a time sees it, so that each effect is all or nothing.
 *
 * <p>Work inside the lock is memory access only; waiting, parsing and writing happen outside.
 */
public final class World {
    private final ReentrantLock lock = new ReentrantLock();
    private State state;

    /** Starts with this state and owns it from now on. */
    public World(State state) {
        state.takeChanges();
        this.state = state;
    }

    /** Runs work on the state; what it returns must not be a live view. */
    public <T> Outcome<T> atomically(Function<State, T> work) {
        lock.lock();
        try {
            T value = work.apply(state);
            return new Outcome<>(value, state.takeChanges());
        } finally {
            lock.unlock();
        }
    }

    /** Forgets everything and goes on with another state. */
    public void replace(State other) {
        lock.lock();
        try {
            other.takeChanges();
            state = other;
        } finally {
            lock.unlock();
        }
    }

    /**
     * What came of it.
     *
     * @param changes what the work did
     */
    public record Outcome<T>(T value, List<Change> changes) {
        /** Copies the list. */
        public Outcome {
            changes = List.copyOf(changes);
        }
    }
}
