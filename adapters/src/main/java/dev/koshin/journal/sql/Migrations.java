package dev.koshin.journal.sql;

import dev.koshin.journal.JournalUnavailable;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables up to date. Apart from {@link Schema}, so that Flyway is loaded only when there is work for it. */
final class Migrations {
    /** Lets Flyway log to the JDK's own logging, whatever else is on the class path. */
    private static final String JDK_LOGGING = "org.flywaydb.core.internal.logging.javautil.JavaUtilLogCreator";

    /** Silent, because what goes wrong is thrown. Held here, because the JDK forgets the levels of unused loggers. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private Migrations() {}

    /** @throws JournalUnavailable if that fails */
    static void run(DataSource database, Dialect dialect, EntryReader reader) {
        FLYWAY.setLevel(Level.OFF);
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .loggers(JDK_LOGGING)
                    .dataSource(database)
                    .locations("classpath:dev/koshin/journal/sql/" + dialect.folder())
                    .javaMigrations(new PastMigration(dialect, reader))
                    .table(Schema.HISTORY)
                    // other tables may be there already: the journal may share a database
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw reader.failures().unavailable(e);
        }
    }
}
