package dev.koshin.journal.sql;

import dev.koshin.journal.ServerMemory.ServerSeen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table koshin_gitlab. */
record ServerTable(Handle handle, Dialect dialect) {
    Optional<ServerSeen> read() {
        return handle.createQuery("SELECT version, since_millis, earlier FROM koshin_gitlab WHERE id = 1")
                .map((row, _) -> new ServerSeen(
                        row.getString(1), Instant.ofEpochMilli(row.getLong(2)), Optional.ofNullable(row.getString(3))))
                .findFirst();
    }

    void write(ServerSeen seen) {
        int _ = handle.createUpdate(dialect.upsert(
                        "koshin_gitlab (id, version, since_millis, earlier) VALUES (1, :version, :since, :earlier)",
                        "id",
                        List.of("version", "since_millis", "earlier")))
                .bind("version", seen.version())
                .bind("since", seen.since().toEpochMilli())
                .bind("earlier", seen.before().orElse(null))
                .execute();
    }
}
