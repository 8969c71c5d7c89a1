package dev.koshin.journal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A row of koshin_entry. */
record Row(long sequence, String renewal, long fence, Instant at, String kind, String payload) {
    static final String COLUMNS = "e.seq, e.renewal, e.fence, e.at_millis, e.kind, e.payload, e.credential";

    static Row of(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getString(5),
                row.getString(6));
    }
}
