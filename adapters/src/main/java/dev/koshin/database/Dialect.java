package dev.koshin.database;

import java.util.List;
import java.util.Optional;

/** What differs between the databases. */
public enum Dialect {
    /** MariaDB and MySQL, both through MariaDB's driver. */
    MARIADB("`", "START TRANSACTION", " FOR UPDATE", "<=>"),

    POSTGRESQL("\"", "BEGIN", " FOR UPDATE", "IS NOT DISTINCT FROM"),

    /** Takes the lock of the whole file at the beginning, so that reading and writing happen without a gap. */
    SQLITE("`", "BEGIN IMMEDIATE", "", "IS");

    /** How the URLs of all dialects begin. */
    public static final List<String> PREFIXES =
            List.of("jdbc:mariadb:", "jdbc:mysql:", "jdbc:postgresql:", "jdbc:sqlite:");

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
    public static Optional<Dialect> of(String jdbcUrl) {
        return PREFIXES.stream().filter(jdbcUrl::startsWith).findFirst().map(prefix -> switch (prefix) {
            case "jdbc:postgresql:" -> POSTGRESQL;
            case "jdbc:sqlite:" -> SQLITE;
            default -> MARIADB;
        });
    }

    /**
     * An identifier as the database takes it, whatever is in it. SQLite would read a column in double quotes that does
     * not exist as a text, hence the other quotes.
     */
    public String quote(String identifier) {
        return mark + identifier.replace(mark, mark + mark) + mark;
    }

    /** The statement that begins a transaction. */
    public String begin() {
        return begin;
    }

    /** What a SELECT ends with to keep others from writing its rows. */
    public String lock() {
        return lock;
    }

    /** The comparison that finds NULL equal to NULL. */
    public String same() {
        return same;
    }

    /** Whether a column's declared width binds; in SQLite it does not. */
    public boolean bindsWidth() {
        return this != SQLITE;
    }
}
