package dev.koshin.journal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the databases differ. */
enum Dialect {
    SQLITE("org.sqlite.JDBC"),
    POSTGRESQL("org.postgresql.Driver"),
    MARIADB("org.mariadb.jdbc.Driver");

    private static final int SQLITE_BUSY = 5;
    private static final int MARIADB_LOCK_WAIT_TIMEOUT = 1205;

    private final String driver;

    Dialect(String driver) {
        this.driver = driver;
    }

    /** The dialect of {@code jdbc:NAME:…}; empty if Koshin does not know that database. */
    static Optional<Dialect> of(String jdbcUrl) {
        return Arrays.stream(values())
                .filter(dialect -> jdbcUrl.startsWith("jdbc:" + dialect.folder() + ":"))
                .findFirst();
    }

    /** The class name of the driver. */
    String driver() {
        return driver;
    }

    /** The folder that its migrations are in. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its driver is told unless the URL says otherwise. A database that hangs must not hang Koshin for ever. */
    Map<String, String> settings() {
        return switch (this) {
            // open_mode 2 (read and write) lacks SQLite's "create": files are made by SqliteFile, for their owner only.
            case SQLITE -> Map.of("busy_timeout", "5000", "synchronous", "FULL", "open_mode", "2");
            case POSTGRESQL -> Map.of("connectTimeout", "5", "socketTimeout", "30", "ApplicationName", "koshin");
            case MARIADB -> Map.of("connectTimeout", "5000", "socketTimeout", "30000");
        };
    }

    /** Makes a new connection fit for the journal. */
    void prepare(Connection connection) throws SQLException {
        switch (this) {
            case SQLITE -> {}
            case MARIADB -> connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            case POSTGRESQL -> {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SELECT set_config('synchronous_commit', 'on', false)"
                            + " WHERE current_setting('synchronous_commit') = 'off'");
                }
            }
        }
    }

    /**
     * Begins a transaction. Said in SQL, because SQLite's driver begins another one as part of its {@code commit()},
     * and what that one meets looks as if the first had failed.
     */
    String begin() {
        return this == SQLITE ? "BEGIN IMMEDIATE" : "START TRANSACTION";
    }

    /** The end of a SELECT that locks its rows. SQLite has one writer at a time anyway. */
    String locking() {
        return this == SQLITE ? "" : " FOR UPDATE";
    }

    /** An INSERT that leaves a row alone whose {@code key} is there already. */
    String insertNew(String intoValues, String key) {
        String onConflict = switch (this) {
            case SQLITE, POSTGRESQL -> " ON CONFLICT DO NOTHING";
            case MARIADB -> " ON DUPLICATE KEY UPDATE " + key + " = " + key;
        };
        return "INSERT INTO " + intoValues + onConflict;
    }

    /** An INSERT that changes {@code columns} where {@code key} is there already. */
    String upsert(String intoValues, String key, List<String> columns) {
        String pattern = this == MARIADB ? "%1$s = VALUES(%1$s)" : "%1$s = excluded.%1$s";
        String changes = columns.stream().map(pattern::formatted).collect(Collectors.joining(", "));
        return "INSERT INTO " + intoValues
                + (this == MARIADB ? " ON DUPLICATE KEY UPDATE " : " ON CONFLICT (" + key + ") DO UPDATE SET ")
                + changes;
    }

    /** Whether somebody else was in the way, so that the transaction certainly left nothing and may be tried again. */
    boolean conflict(Throwable failure) {
        return Causes.of(failure).stream().anyMatch(this::conflict);
    }

    private boolean conflict(SQLException failure) {
        return switch (this) {
            case SQLITE -> failure.getErrorCode() == SQLITE_BUSY;
            case POSTGRESQL ->
                stateOf(failure).startsWith("40") && !stateOf(failure).equals("40003");
            case MARIADB -> stateOf(failure).startsWith("40") || failure.getErrorCode() == MARIADB_LOCK_WAIT_TIMEOUT;
        };
    }

    /** Whether the connection is gone, so that a transaction that was not being committed left nothing. */
    boolean lost(Throwable failure) {
        return Causes.of(failure).stream().map(Dialect::stateOf).anyMatch(Dialect::gone);
    }

    private static boolean gone(String state) {
        // 57P01 to 57P03: PostgreSQL was told to stop, crashed, or cannot be connected to now
        return state.startsWith("08") || state.startsWith("57P0");
    }

    private static String stateOf(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
