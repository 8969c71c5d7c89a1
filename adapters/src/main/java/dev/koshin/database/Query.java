package dev.koshin.database;

import java.util.List;

/**
 * A SELECT of one table.
 *
 * @param columns names without quotes; empty: every column there is
 * @param table its name, quoted as the dialect takes it
 * @param rest what follows the table's name; a question mark stands for each parameter
 */
public record Query(List<String> columns, String table, String rest, List<String> parameters) {
    /** Copies the lists. */
    public Query {
        columns = List.copyOf(columns);
        parameters = List.copyOf(parameters);
    }

    /** Parameters may be anything. */
    @Override
    public String toString() {
        return "Query[" + table + "]";
    }
}
