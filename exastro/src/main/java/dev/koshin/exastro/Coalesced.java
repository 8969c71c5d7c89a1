package dev.koshin.exastro;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets callers that come while a question is being answered share the next one. Every answer is to a question that
 * began after the call, and however many call, at most one question is asked at a time.
 *
 * @param <T> the answer
 */
final class Coalesced<T> {
    private final Supplier<T> question;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final ReentrantLock joining = new ReentrantLock();
    private Optional<Round<T>> next = Optional.empty();

    Coalesced(Supplier<T> question) {
        this.question = question;
    }

    T ask() {
        Round<T> mine = join();
        turn.lock();
        try {
            if (mine.answer.isEmpty()) {
                begin(mine);
                mine.answer = Optional.of(question.get());
            }
            return mine.answer.get();
        } finally {
            turn.unlock();
        }
    }

    private Round<T> join() {
        joining.lock();
        try {
            Round<T> round = next.orElseGet(Round::new);
            next = Optional.of(round);
            return round;
        } finally {
            joining.unlock();
        }
    }

    /** From here on nobody joins {@code round}: its question is about to be asked. */
    private void begin(Round<T> round) {
        joining.lock();
        try {
            next = next.filter(waiting -> waiting != round);
        } finally {
            joining.unlock();
        }
    }

    /** Those who wait for the same answer; it is read and written only by who has the turn. */
    private static final class Round<T> {
        private Optional<T> answer = Optional.empty();
    }
}
