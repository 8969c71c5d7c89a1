package dev.koshin.target.sqlrow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** What differs between the databases. */
enum Dialect {
    /** MariaDB and MySQL, both through MariaDB's driver. */
    MARIADB("`", "START TRANSACTION", " FOR UPDATE", "<=>") {
        @Override
        void configure(Properties properties, String jdbcUrl, Duration connect, Duration statement) {
            properties.setProperty("connectTimeout", Long.toString(connect.toMillis()));
            properties.setProperty(
                    "socketTimeout", Long.toString(connect.plus(statement).toMillis()));
            properties.setProperty("tinyInt1isBit", "false");
            properties.setProperty("yearIsDateType", "false");
            if (!jdbcUrl.contains("sessionVariables")) {
                properties.setProperty("sessionVariables", "innodb_lock_wait_timeout=" + statement.toSeconds());
            }
        }
    },

    POSTGRESQL("\"", "BEGIN", " FOR UPDATE", "IS NOT DISTINCT FROM") {
        @Override
        void configure(Properties properties, String jdbcUrl, Duration connect, Duration statement) {
            long connectSeconds = Math.max(1, connect.toSeconds());
            properties.setProperty("connectTimeout", Long.toString(connectSeconds));
            properties.setProperty("loginTimeout", Long.toString(connectSeconds));
            properties.setProperty("socketTimeout", Long.toString(connectSeconds + statement.toSeconds()));
            properties.setProperty("stringtype", "unspecified");
            properties.setProperty("options", "-c statement_timeout=" + statement.toMillis());
        }
    },

    /** Takes the lock of the whole file at the beginning, so that reading and writing happen without a gap. */
    SQLITE("`", "BEGIN IMMEDIATE", "", "IS") {
        @Override
        void configure(Properties properties, String jdbcUrl, Duration connect, Duration statement) {
            properties.setProperty("busy_timeout", Long.toString(statement.toMillis()));
            properties.setProperty("open_mode", Integer.toString(SQLITE_READ_WRITE_NOT_CREATE));
        }
    };

    static final List<String> PREFIXES = List.of("jdbc:mariadb:", "jdbc:mysql:", "jdbc:postgresql:", "jdbc:sqlite:");
    private static final int SQLITE_READ_WRITE_NOT_CREATE = 2;

    private final String mark;
    private final String begin;
    private final String lock;
    private final String same;

    Dialect(String mark, String begin, String lock, String same) {
        this.mark = mark;
        this.begin = begin;
        this.lock = lock;
        this.same = same;
    }

    /** The dialect behind this URL; empty if none is known. */
    static Optional<Dialect> of(String jdbcUrl) {
        return PREFIXES.stream().filter(jdbcUrl::startsWith).findFirst().map(prefix -> switch (prefix) {
            case "jdbc:postgresql:" -> POSTGRESQL;
            case "jdbc:sqlite:" -> SQLITE;
            default -> MARIADB;
        });
    }

    /** Tells the driver about both times, and to take types as the table declares them. */
    abstract void configure(Properties properties, String jdbcUrl, Duration connect, Duration statement);

    /**
     * An identifier as the database takes it, whatever is in it. SQLite would read a column in double quotes that does
     * not exist as a text, hence the other quotes.
     */
    String quote(String identifier) {
        return mark + identifier.replace(mark, mark + mark) + mark;
    }

    /** The statement that begins a transaction. */
    String begin() {
        return begin;
    }

    /** What a SELECT ends with to keep others from writing its rows. */
    String lock() {
        return lock;
    }

    /** The comparison that finds NULL equal to NULL. */
    String same() {
        return same;
    }

    /** Whether a column's declared width binds; in SQLite it does not. */
    boolean bindsWidth() {
        return this != SQLITE;
    }
}
