package dev.koshin.exastro;

import dev.koshin.database.DatabaseOptions;
import dev.koshin.database.Dialect;
import java.util.Optional;

/**
 * Where ITA keeps its organizations.
 *
 * @param schema the database of the table; empty for the one that the options name, which SQLite needs
 */
public record OrganizationsOptions(DatabaseOptions database, Optional<String> schema, String table) {
    /** ITA's own name. In capitals it is found whatever the server makes of the case of names. */
    public static final String SCHEMA = "ITA_DB";

    /** ITA's own name. */
    public static final String TABLE = "T_COMN_ORGANIZATION_DB_INFO";

    /** ITA's own names; in SQLite, where a database has no name, only the table's. */
    public static OrganizationsOptions of(DatabaseOptions database) {
        Optional<String> schema = isMariaDb(database) ? Optional.of(SCHEMA) : Optional.empty();
        return new OrganizationsOptions(database, schema, TABLE);
    }

    /** Whether it is MariaDB or MySQL, which a real installation always has. */
    boolean isMariaDb() {
        return isMariaDb(database);
    }

    private static boolean isMariaDb(DatabaseOptions database) {
        return database.dialect() == Dialect.MARIADB;
    }
}
