package dev.koshin.database.jdbc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One connection, lent to one caller at a time, checked when it has been idle, opened again when it is dead. */
final class FirstConnection implements AutoCloseable {
    private static final Logger LOG = System.getLogger(FirstConnection.class.getName());
    private static final long TRUSTED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int CHECK_SECONDS = 1;

    private final ConnectionSource source;
    private final AtomicBoolean taken = new AtomicBoolean();
    private @Nullable Connection idle;
    private long idleSince;
    private volatile boolean closed;

    FirstConnection(ConnectionSource source) {
        this.source = source;
    }

    /** The connection, opened if need be; empty while somebody else has it. */
    Optional<Connection> take() throws SQLException {
        if (!taken.compareAndSet(false, true)) {
            return Optional.empty();
        }
        boolean open = false;
        try {
            Connection connection = usable().orElse(null);
            Connection ready = connection == null ? source.getConnection() : connection;
            open = true;
            return Optional.of(ready);
        } finally {
            if (!open) {
                taken.set(false);
            }
        }
    }

    private Optional<Connection> usable() throws SQLException {
        Connection connection = idle;
        idle = null;
        if (connection == null) {
            return Optional.empty();
        }
        if (System.nanoTime() - idleSince < TRUSTED_NANOS || connection.isValid(CHECK_SECONDS)) {
            return Optional.of(connection);
        }
        closeQuietly(connection);
        return Optional.empty();
    }

    /** Takes it back, or throws it away if it is not {@code good}. */
    void giveBack(Connection connection, boolean good) {
        if (good && !closed) {
            idle = connection;
            idleSince = System.nanoTime();
        } else {
            closeQuietly(connection);
        }
        taken.set(false);
    }

    /** Closes it now, or when it comes back. */
    @Override
    public void close() {
        closed = true;
        if (taken.compareAndSet(false, true)) {
            Optional.ofNullable(idle).ifPresent(FirstConnection::closeQuietly);
            idle = null;
            taken.set(false);
        }
    }

    /** Closing fails when the other side is gone already, which is what closing wants. */
    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "a dead connection could not be closed: SQLState " + e.getSQLState());
        }
    }
}
