package dev.koshin.target.sqlrow;

import dev.koshin.spi.Held;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row as it was read.
 *
 * @param held what the value column holds
 * @param columns the wanted columns that are not NULL, by the names they were asked for
 */
public record Row(String key, Held held, SortedMap<String, String> columns) {
    /** Keeps a copy of the columns. */
    public Row {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) columns));
    }

    /** What {@code name} holds; empty for NULL. */
    public Optional<String> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** Only the key: a table of credentials keeps secrets in other columns too. */
    @Override
    public String toString() {
        return "Row[" + key + "]";
    }
}
