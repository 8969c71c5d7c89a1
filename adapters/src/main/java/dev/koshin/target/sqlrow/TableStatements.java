package dev.koshin.target.sqlrow;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements about one table. Values are always parameters. */
final class TableStatements {
    private final Dialect dialect;
    private final String table;
    private final String key;
    private final String value;

    TableStatements(Dialect dialect, SqlTableOptions options) {
        this.dialect = dialect;
        this.table =
                options.schema().map(name -> dialect.quote(name) + ".").orElse("") + dialect.quote(options.table());
        this.key = dialect.quote(options.keyColumn());
        this.value = dialect.quote(options.valueColumn());
    }

    /** Every column of every row. */
    String all() {
        return "SELECT * FROM " + table;
    }

    /** No row, but the names of all columns. */
    String none() {
        return all() + " WHERE 1 = 0";
    }

    /** The key, the value and {@code others} of every row. */
    String some(List<String> others) {
        return Stream.concat(Stream.of(key, value), others.stream().map(dialect::quote))
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + table));
    }

    /** Parameters: the key, the guards. */
    String row(Collection<String> guards) {
        return all() + where(guards);
    }

    /** As {@link #row}, but no more than the key and the value. */
    String valueOf(Collection<String> guards) {
        return some(List.of()) + where(guards);
    }

    /** As {@link #row}; nobody else can write the row until the transaction ends. */
    String lockedRow(Collection<String> guards) {
        return row(guards) + dialect.lock();
    }

    /** Parameters: the new value, the key, the guards, the old value. */
    String replace(Collection<String> guards) {
        return "UPDATE " + table + " SET " + value + " = ?" + where(guards) + " AND " + value + " " + dialect.same()
                + " ?";
    }

    /** Changes no row, locks none and fires no trigger, but the database checks every right as if it did. */
    String prove() {
        return "UPDATE " + table + " SET " + value + " = " + value + " WHERE 1 = 0";
    }

    private String where(Collection<String> guards) {
        return guards.stream()
                .map(guard -> " AND " + dialect.quote(guard) + " = ?")
                .collect(Collectors.joining("", " WHERE " + key + " = ?", ""));
    }
}
