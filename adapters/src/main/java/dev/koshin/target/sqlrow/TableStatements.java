package dev.koshin.target.sqlrow;

import dev.koshin.database.Dialect;
import dev.koshin.database.Query;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements about one table. Values are always parameters. */
final class TableStatements {
    private final Dialect dialect;
    private final SqlTableOptions options;
    private final String table;
    private final String key;
    private final String value;

    TableStatements(Dialect dialect, SqlTableOptions options) {
        this.dialect = dialect;
        this.options = options;
        this.table =
                options.schema().map(name -> dialect.quote(name) + ".").orElse("") + dialect.quote(options.table());
        this.key = dialect.quote(options.keyColumn());
        this.value = dialect.quote(options.valueColumn());
    }

    /** Every column of every row. */
    Query all() {
        return new Query(List.of(), table, "", List.of());
    }

    /** No row, but the names of all columns. */
    Query none() {
        return new Query(List.of(), table, " WHERE 1 = 0", List.of());
    }

    /** The key, the value and {@code others} of every row. */
    Query some(List<String> others) {
        return new Query(keyValueAnd(others), table, "", List.of());
    }

    /** @param parameters the key, and what stands in the {@code guards} */
    Query row(Collection<String> guards, List<String> parameters) {
        return new Query(List.of(), table, where(guards), parameters);
    }

    /** As {@link #row}, but no more than the key and the value. */
    Query valueOf(Collection<String> guards, List<String> parameters) {
        return new Query(keyValueAnd(List.of()), table, where(guards), parameters);
    }

    /** As {@link #row}; nobody else can write the row until the transaction ends. */
    Query lockedRow(Collection<String> guards, List<String> parameters) {
        return new Query(List.of(), table, where(guards) + dialect.lock(), parameters);
    }

    private List<String> keyValueAnd(List<String> others) {
        return Stream.concat(Stream.of(options.keyColumn(), options.valueColumn()), others.stream())
                .toList();
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
