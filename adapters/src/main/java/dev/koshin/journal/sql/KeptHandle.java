package dev.koshin.journal.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** One connection, opened when it is first needed and kept until it fails. For one thread at a time. */
final class KeptHandle implements AutoCloseable {
    /** After this, a server or a firewall may have cut it. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private static final int CHECK_SECONDS = 5;

    private final Jdbi jdbi;
    private Optional<Handle> handle = Optional.empty();
    private long usedNanos;

    KeptHandle(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @throws JdbiException if there is no connection and none can be opened */
    Handle get() {
        if (handle.isPresent() && System.nanoTime() - usedNanos > IDLE.toNanos() && !valid(handle.get())) {
            close();
        }
        Handle open = handle.orElseGet(jdbi::open);
        handle = Optional.of(open);
        usedNanos = System.nanoTime();
        return open;
    }

    private static boolean valid(Handle open) {
        try {
            return open.getConnection().isValid(CHECK_SECONDS);
        } catch (SQLException _) {
            return false;
        }
    }

    /** Ends the connection, and with it a transaction that is not committed; the next {@link #get} opens another. */
    @Override
    public void close() {
        try {
            handle.ifPresent(Handle::close);
        } catch (JdbiException _) {
            // it was broken before: nothing is left to close
        } finally {
            handle = Optional.empty();
        }
    }
}
