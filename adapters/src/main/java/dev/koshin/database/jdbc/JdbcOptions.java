package dev.koshin.database.jdbc;

import dev.koshin.database.DatabaseOptions;
import dev.koshin.database.Dialect;
import dev.koshin.database.SqlDatabase;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How to reach a database through its driver.
 *
 * @param jdbcUrl {@code jdbc:mariadb:}, {@code jdbc:mysql:}, {@code jdbc:postgresql:} or {@code jdbc:sqlite:}
 * @param user ignored by SQLite
 * @param password asked anew for each connection, never kept; never asked for SQLite
 * @param connectTimeout until a server that does not answer counts as unreachable
 * @param statementTimeout for one statement, waiting for a lock included; whole seconds, at least one
 * @param connections the most that are open at once; SQLite always uses one
 */
public record JdbcOptions(
        String jdbcUrl,
        String user,
        Supplier<Effect<Secret>> password,
        Duration connectTimeout,
        Duration statementTimeout,
        int connections)
        implements DatabaseOptions {
    /** Five seconds. */
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Fifteen seconds. */
    public static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(15);

    /** Eight. */
    public static final int CONNECTIONS = 8;

    /** Refuses what cannot work: an unknown kind of URL, a time below its unit, no connection at all. */
    public JdbcOptions {
        if (Dialect.of(jdbcUrl).isEmpty()) {
            throw new IllegalArgumentException("the URL must begin with one of " + Dialect.PREFIXES);
        }
        if (connectTimeout.toMillis() < 1 || statementTimeout.toSeconds() < 1 || connections < 1) {
            throw new IllegalArgumentException("a database needs a time to connect, to answer, and a connection");
        }
    }

    /** With the default times and number of connections. */
    public static JdbcOptions of(String jdbcUrl, String user, Supplier<Effect<Secret>> password) {
        return new JdbcOptions(jdbcUrl, user, password, CONNECT_TIMEOUT, STATEMENT_TIMEOUT, CONNECTIONS);
    }

    /** With another number of connections. */
    public JdbcOptions withConnections(int count) {
        return new JdbcOptions(jdbcUrl, user, password, connectTimeout, statementTimeout, count);
    }

    @Override
    public Dialect dialect() {
        return Dialect.of(jdbcUrl).orElseThrow();
    }

    @Override
    public SqlDatabase open() {
        return new SqlDatabase(dialect(), Location.of(jdbcUrl), user, new Connections(this, dialect()));
    }

    /** Names neither parameters of the URL nor the password's source. */
    @Override
    public String toString() {
        return "JdbcOptions[" + user + " at " + Location.of(jdbcUrl) + "]";
    }
}
