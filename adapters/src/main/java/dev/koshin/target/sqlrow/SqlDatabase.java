package dev.koshin.target.sqlrow;

import dev.koshin.spi.Effect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database and its open connections. Every ending is an {@link Effect}; nothing is tried twice. */
public final class SqlDatabase implements AutoCloseable {
    private final Dialect dialect;
    private final Connections connections;
    private final Faults faults;

    SqlDatabase(SqlDatabaseOptions options) {
        this.dialect = Dialect.of(options.jdbcUrl()).orElseThrow();
        this.connections = new Connections(options, dialect);
        this.faults = new Faults(dialect, Location.of(options.jdbcUrl()), options.user());
    }

    Dialect dialect() {
        return dialect;
    }

    /** For people: what is where, such as {@code ITA_DB.T_COMN_ORGANIZATION_DB_INFO at 127.0.0.1:3306}. */
    public String locate(String what) {
        return faults.locate(what);
    }

    /**
     * Does {@code work}, which only reads, outside of any transaction.
     *
     * @param what names the table or view in problems
     */
    public <T> Effect<T> read(String what, SqlWork<T> work) {
        try (Connections.Lease lease = connections.borrow()) {
            T answer = work.over(lease.connection());
            lease.keep();
            return new Effect.Done<>(answer);
        } catch (SQLException e) {
            return new Effect.Refused<>(faults.problem(e, what));
        }
    }

    /**
     * Does {@code work} in a transaction, which is committed if the work is done and rolled back otherwise. Unclear
     * only if the answer to COMMIT is missing.
     */
    <T> Effect<T> transaction(String what, SqlWork<Effect<T>> work) {
        try (Connections.Lease lease = connections.borrow()) {
            execute(lease.connection(), dialect.begin());
            Effect<T> ending = work.over(lease.connection());
            if (ending instanceof Effect.Done<T>) {
                return commit(lease, ending, what);
            }
            execute(lease.connection(), "ROLLBACK");
            lease.keep();
            return ending;
        } catch (SQLException e) {
            return new Effect.Refused<>(faults.problem(e, what));
        }
    }

    private <T> Effect<T> commit(Connections.Lease lease, Effect<T> ending, String what) {
        try {
            execute(lease.connection(), "COMMIT");
            lease.keep();
            return ending;
        } catch (SQLException e) {
            return faults.rolledBack(e)
                    ? new Effect.Refused<>(faults.problem(e, what))
                    : new Effect.Unclear<>(faults.problem(e, what));
        }
    }

    /**
     * Statements instead of {@link Connection#setAutoCommit}, which would cost two more round trips in each
     * transaction.
     */
    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
