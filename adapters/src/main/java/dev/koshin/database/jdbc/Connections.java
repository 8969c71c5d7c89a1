package dev.koshin.database.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.koshin.database.Dialect;
import dev.koshin.database.Session;
import dev.koshin.database.Sessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The open connections. The first one is kept here; only who needs a second one at the same time pays for loading and
 * starting a pool. Callers queue in the order of their coming, and queueing never counts as an unreachable server.
 */
final class Connections implements Sessions {
    /** HikariCP refuses to wait for less. */
    private static final long SHORTEST_WAIT_MILLIS = 250;

    private final ConnectionSource source;
    private final JdbcOptions options;
    private final Dialect dialect;
    private final int most;
    private final Semaphore permits;
    private final FirstConnection first;
    private final ReentrantLock starting = new ReentrantLock();
    private volatile @Nullable HikariDataSource pool;

    Connections(JdbcOptions options, Dialect dialect) {
        this.source = new ConnectionSource(options, dialect);
        this.options = options;
        this.dialect = dialect;
        this.most = dialect == Dialect.SQLITE ? 1 : options.connections();
        this.permits = new Semaphore(most, true);
        this.first = new FirstConnection(source);
    }

    /** A working connection in auto-commit mode. */
    @Override
    public Lease borrow() throws SQLException {
        permits.acquireUninterruptibly();
        boolean open = false;
        try {
            Lease lease = first.take().map(this::mine).orElse(null);
            Lease ready = lease == null ? pooled(pool()) : lease;
            open = true;
            return ready;
        } finally {
            if (!open) {
                permits.release();
            }
        }
    }

    private Lease mine(Connection connection) {
        return new Lent(connection, (mine, good) -> {
            first.giveBack(mine, good);
            permits.release();
        });
    }

    private Lease pooled(HikariDataSource owner) throws SQLException {
        return new Lent(owner.getConnection(), (pooled, good) -> {
            if (!good) {
                owner.evictConnection(pooled);
            }
            FirstConnection.closeQuietly(pooled);
            permits.release();
        });
    }

    private HikariDataSource pool() {
        starting.lock();
        try {
            HikariDataSource known = pool;
            if (known == null) {
                known = start();
                pool = known;
            }
            return known;
        } finally {
            starting.unlock();
        }
    }

    private HikariDataSource start() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(most - 1);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(
                Math.max(SHORTEST_WAIT_MILLIS, options.connectTimeout().toMillis()));
        config.setInitializationFailTimeout(-1);
        config.setPoolName("koshin-" + Location.of(options.jdbcUrl()).replace(':', '-'));
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        first.close();
        HikariDataSource known = pool;
        if (known != null) {
            known.close();
        }
    }

    /** A connection in use by one caller. */
    private final class Lent implements Lease {
        private final Connection connection;
        private final Return ending;
        private boolean good;

        private Lent(Connection connection, Return ending) {
            this.connection = connection;
            this.ending = ending;
        }

        @Override
        public Session session() {
            return new JdbcSession(connection, dialect);
        }

        @Override
        public void keep() {
            good = true;
        }

        @Override
        public void close() {
            ending.giveBack(connection, good);
        }
    }

    private interface Return {
        void giveBack(Connection connection, boolean good);
    }
}
