package dev.koshin.e2e;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every cell of every row of ITA's table, as the database prints it: times with their microseconds. */
record Rows(Map<Cell, Optional<String>> cells) {
    private static final String TABLE = "ITA_DB.T_COMN_ORGANIZATION_DB_INFO";

    /** @param key PRIMARY_KEY of the row */
    record Cell(String key, String column) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return (key + column).compareTo(other.key + other.column);
        }
    }

    static Rows of(Lab lab) throws SQLException {
        Map<Cell, Optional<String>> cells = new TreeMap<>();
        try (Connection connection = lab.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + TABLE)) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                String key = rows.getString("PRIMARY_KEY");
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    cells.put(new Cell(key, columns.getColumnName(i)), Optional.ofNullable(rows.getString(i)));
                }
            }
        }
        return new Rows(cells);
    }

    /** Where this and {@code other} differ, a cell that only one of them has included. */
    Set<Cell> changes(Rows other) {
        Set<Cell> all = new HashSet<>(cells.keySet());
        all.addAll(other.cells.keySet());
        return all.stream()
                .filter(cell ->
                        !Optional.ofNullable(cells.get(cell)).equals(Optional.ofNullable(other.cells.get(cell))))
                .collect(Collectors.toSet());
    }

    /** The token of the row {@code key}. */
    String token(String key) {
        return value(key, "GITLAB_TOKEN");
    }

    /** What stands in this cell, which is not NULL. */
    String value(String key, String column) {
        return cells.getOrDefault(new Cell(key, column), Optional.empty()).orElseThrow();
    }
}
