package dev.koshin.exastro.sample;

import dev.koshin.model.Secret;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Collection;
import java.util.Optional;

/** ITA's table of organizations, made from nothing: in the database {@code ITA_DB} of MariaDB, or in a SQLite file. */
public final class ItaSchema {
    private static final int ROWS_PER_BATCH = 1000;

    private final Connection connection;
    private final boolean mariaDb;

    private ItaSchema(Connection connection, boolean mariaDb) {
        this.connection = connection;
        this.mariaDb = mariaDb;
    }

    /** On this connection, which stays the caller's and which needs the right to create. */
    public static ItaSchema on(Connection connection) throws SQLException {
        return new ItaSchema(
                connection, !connection.getMetaData().getDatabaseProductName().equals("SQLite"));
    }

    /** The table's name as this database takes it. */
    public String table() {
        return mariaDb ? "ITA_DB.T_COMN_ORGANIZATION_DB_INFO" : "T_COMN_ORGANIZATION_DB_INFO";
    }

    /** Makes the database and the table if they are missing, with ITA's own types and collation. */
    public void create() throws SQLException {
        if (mariaDb) {
            run("CREATE DATABASE IF NOT EXISTS ITA_DB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
            run(table("LONGTEXT", "DATETIME(6)")
                    + " ENGINE = InnoDB CHARSET = utf8mb4 COLLATE = utf8mb4_bin ROW_FORMAT = COMPRESSED");
            run("CREATE INDEX IF NOT EXISTS IND_T_COMN_ORGANIZATION_DB_INFO_01 ON " + table() + " (DISUSE_FLAG)");
        } else {
            run(table("TEXT", "TEXT"));
        }
    }

    private String table(String longText, String time) {
        return """
            CREATE TABLE IF NOT EXISTS %3$s
             (PRIMARY_KEY VARCHAR(40) NOT NULL,
             ORGANIZATION_ID VARCHAR(255),
             DB_HOST VARCHAR(255),
             DB_PORT INT,
             DB_DATABASE VARCHAR(255),
             DB_USER VARCHAR(255),
             DB_PASSWORD VARCHAR(255),
             DB_ADMIN_USER VARCHAR(255),
             DB_ADMIN_PASSWORD VARCHAR(255),
             MONGO_OWNER INT,
             MONGO_CONNECTION_STRING VARCHAR(512),
             MONGO_ADMIN_USER VARCHAR(255),
             MONGO_ADMIN_PASSWORD VARCHAR(255),
             GITLAB_USER VARCHAR(255),
             GITLAB_TOKEN VARCHAR(255),
             INITIAL_DATA_ANSIBLE_IF %1$s,
             NO_INSTALL_DRIVER %1$s,
             NOTE TEXT,
             DISUSE_FLAG VARCHAR(1),
             LAST_UPDATE_TIMESTAMP %2$s,
             LAST_UPDATE_USER VARCHAR(40),
             PRIMARY KEY (PRIMARY_KEY))""".formatted(longText, time, table());
    }

    /** Adds the rows in one transaction. */
    public void insert(Collection<SampleOrganization> organizations) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(insertion())) {
            int waiting = 0;
            for (SampleOrganization organization : organizations) {
                bind(insert, organization);
                insert.addBatch();
                if (++waiting == ROWS_PER_BATCH) {
                    waiting = insert.executeBatch().length - ROWS_PER_BATCH;
                }
            }
            int _ = insert.executeBatch().length;
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private String insertion() {
        return """
            INSERT INTO %s (PRIMARY_KEY, ORGANIZATION_ID, DB_HOST, DB_PORT, DB_DATABASE, DB_USER, DB_PASSWORD,
             DB_ADMIN_USER, DB_ADMIN_PASSWORD, MONGO_OWNER, MONGO_CONNECTION_STRING, GITLAB_USER, GITLAB_TOKEN,
             DISUSE_FLAG, LAST_UPDATE_TIMESTAMP, LAST_UPDATE_USER)
            VALUES (?, ?, 'mariadb', 3306, ?, 'ITA_ORG_USER', 'encrypted, in a real one', 'root',
             'encrypted, in a real one', 1, '', ?, ?, ?, ?, 'sample')""".formatted(table());
    }

    private static void bind(PreparedStatement insert, SampleOrganization organization) throws SQLException {
        insert.setString(1, organization.key());
        insert.setString(2, organization.id());
        insert.setString(3, organization.user().orElse("ITA_ORG_WITHOUT_GITLAB"));
        text(insert, 4, organization.user());
        text(insert, 5, organization.token().map(ItaSchema::plain));
        insert.setString(6, organization.deleted() ? "1" : "0");
        insert.setString(7, organization.updated());
    }

    private static String plain(Secret token) {
        return token.reveal(value -> value);
    }

    private static void text(PreparedStatement insert, int position, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            insert.setString(position, text.get());
        } else {
            insert.setNull(position, Types.VARCHAR);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
