package dev.koshin.journal.sql;

import dev.koshin.journal.JournalUnavailable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Runs transactions on a connection of its own, and again where that is certainly safe. For one thread. */
final class Transactions implements AutoCloseable {
    private static final int ATTEMPTS = 5;

    private final KeptHandle kept;
    private final Dialect dialect;
    private final Failures failures;
    private final AtomicLong commits = new AtomicLong();

    Transactions(KeptHandle kept, Dialect dialect, Failures failures) {
        this.kept = kept;
        this.dialect = dialect;
        this.failures = failures;
    }

    /**
     * What {@code work} returned, once it is on the disk.
     *
     * @throws JournalUnavailable if it is not, or if that is unknown because the connection was lost in the last moment
     */
    <T> T run(Function<Handle, T> work) {
        for (int attempt = 1; ; attempt++) {
            boolean committing = false;
            try {
                Handle handle = kept.get();
                handle.execute(dialect.begin());
                T result = work.apply(handle);
                committing = true;
                handle.execute("COMMIT");
                commits.incrementAndGet();
                return result;
            } catch (JdbiException e) {
                kept.close();
                if (attempt == ATTEMPTS || !leftNothing(e, committing)) {
                    throw failures.unavailable(e);
                }
            }
        }
    }

    private boolean leftNothing(JdbiException failure, boolean committing) {
        boolean cutBefore = !committing && !(failure instanceof ConnectionException) && dialect.lost(failure);
        return cutBefore || dialect.conflict(failure);
    }

    /** How many transactions were committed so far. */
    long commits() {
        return commits.get();
    }

    @Override
    public void close() {
        kept.close();
    }
}
