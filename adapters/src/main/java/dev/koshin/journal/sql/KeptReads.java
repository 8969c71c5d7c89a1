package dev.koshin.journal.sql;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** One connection, and one question after the other. */
final class KeptReads implements Reads {
    private final ReentrantLock turn = new ReentrantLock();
    private final KeptHandle kept;
    private final Failures failures;

    KeptReads(Jdbi jdbi, Failures failures) {
        this.kept = new KeptHandle(jdbi);
        this.failures = failures;
    }

    @Override
    public <T> T ask(Function<Handle, T> question) {
        turn.lock();
        try {
            return question.apply(kept.get());
        } catch (JdbiException e) {
            kept.close();
            throw failures.unavailable(e);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            kept.close();
        } finally {
            turn.unlock();
        }
    }
}
