package dev.koshin.journal.sql;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Which version of the tables a database has, asked without starting Flyway. */
final class Schema {
    /** The number of the newest migration. */
    static final int CURRENT = 3;

    /** From this one on koshin_past and all that was added with it are there. */
    static final int WITH_PAST = 3;

    static final String HISTORY = "koshin_schema_history";

    private Schema() {}

    /** The number of the last migration that the database went through; 0 if none. */
    static int version(Handle handle) {
        return exists(handle) ? last(handle) : 0;
    }

    private static boolean exists(Handle handle) {
        return handle.queryMetadata(metadata -> metadata.getTables(
                        handle.getConnection().getCatalog(),
                        handle.getConnection().getSchema(),
                        HISTORY,
                        new String[] {"TABLE"}))
                .map((row, _) -> row.getString("TABLE_NAME"))
                .findFirst()
                .isPresent();
    }

    private static int last(Handle handle) {
        List<String> versions = handle.createQuery("SELECT version FROM " + HISTORY + " WHERE success = true")
                .mapTo(String.class)
                .list();
        return versions.stream()
                .filter(version -> version.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }
}
