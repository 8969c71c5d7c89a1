package dev.koshin.database;

import java.util.List;
import java.util.Optional;

/**
 * What was found. Texts are as they are, so that a time keeps its microseconds; bytes are in hexadecimal digits, so
 * that none gets lost; empty is NULL.
 */
public record Answer(List<Column> columns, List<List<Optional<String>>> rows) {
    /** Copies both. */
    public Answer {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Only the columns: the rows hold values. */
    @Override
    public String toString() {
        return "Answer" + columns;
    }

    /**
     * A column of the answer.
     *
     * @param width the most characters that it holds; zero if nothing bounds it
     */
    public record Column(String name, int width) {}
}
