package dev.koshin.target.sqlrow;

import dev.koshin.database.DatabaseOptions;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table and the columns that matter in it. Names are used as written: a database that tells upper from lower case
 * must find them.
 *
 * @param schema PostgreSQL's schema, MariaDB's database; empty for the one that the options name
 * @param keyColumn tells the rows apart
 * @param valueColumn holds the token; the only column that is ever written
 * @param guards column and value that must hold in every row that counts as a target
 */
public record SqlTableOptions(
        DatabaseOptions database,
        Optional<String> schema,
        String table,
        String keyColumn,
        String valueColumn,
        SortedMap<String, String> guards) {
    /** Refuses a table, a key or a value without a name. */
    public SqlTableOptions {
        guards = Collections.unmodifiableSortedMap(new TreeMap<>(guards));
        if (table.isBlank() || keyColumn.isBlank() || valueColumn.isBlank()) {
            throw new IllegalArgumentException("the table, its key column and its value column need names");
        }
    }

    /** A table of the database that the options name, without guards. */
    public static SqlTableOptions of(DatabaseOptions database, String table, String keyColumn, String valueColumn) {
        return new SqlTableOptions(database, Optional.empty(), table, keyColumn, valueColumn, new TreeMap<>());
    }

    /** In this schema. */
    public SqlTableOptions in(String other) {
        return new SqlTableOptions(database, Optional.of(other), table, keyColumn, valueColumn, guards);
    }

    /** With these guards. */
    public SqlTableOptions guardedBy(Map<String, String> others) {
        return new SqlTableOptions(database, schema, table, keyColumn, valueColumn, new TreeMap<>(others));
    }

    /** Schema and table, as an operator writes them. */
    public String fullName() {
        return schema.map(name -> name + "." + table).orElse(table);
    }
}
