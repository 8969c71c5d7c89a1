package dev.koshin.journal.sql;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Fills koshin_past from the entries that were there before it. */
record PastMigration(Dialect dialect, EntryReader reader) implements JavaMigration {
    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("3");
    }

    @Override
    public String getDescription() {
        return "fill past";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    /** May be repeated, as MariaDB does not undo what was cut off. */
    @Override
    public void migrate(Context context) {
        Handle handle = Jdbi.create(context.getConnection()).open();
        new PastTable(handle, dialect).save(new Pasts(reader).of(handle));
    }
}
