package dev.koshin.exastro.sample;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A workspace's database on MariaDB, with the three views through which ITA shows Ansible executions.
 *
 * @param connection stays the caller's; needs the right to create databases
 * @param schema the workspace's database
 */
public record ItaWorkspace(Connection connection, String schema, String organization, String workspace) {
    /** Legacy, Pioneer and Legacy-Role. */
    public static final List<String> DRIVERS = List.of("ANSL", "ANSP", "ANSR");

    /** Makes the database, which must not exist. */
    public void create() throws SQLException {
        run("CREATE DATABASE " + quoted());
        for (String driver : DRIVERS) {
            run(table(driver));
            run(view(driver));
        }
    }

    private String table(String driver) {
        return """
            CREATE TABLE %s.T_%s_EXEC_STS_INST (EXECUTION_NO VARCHAR(40) PRIMARY KEY, EXECUTE_HOST_NAME VARCHAR(255),
             STATUS_ID VARCHAR(2), TIME_BOOK DATETIME(6), DISUSE_FLAG VARCHAR(1), LAST_UPDATE_TIMESTAMP DATETIME(6),
             TIME_REGISTER DATETIME(6)) COLLATE utf8mb4_bin""".formatted(quoted(), driver);
    }

    private String view(String driver) {
        return """
            CREATE VIEW %1$s.V_%2$s_EXEC_STS_INST2 AS SELECT '%3$s' AS ORGANIZATION_ID, '%4$s' AS WORKSPACE_ID,
             '%5$s' AS WORKSPACE_DB, 'V_%2$s_EXEC_STS_INST2' AS VIEW_NAME, EXECUTE_HOST_NAME, '%2$s' AS DRIVER_NAME,
             '%2$s' AS DRIVER_ID, EXECUTION_NO, STATUS_ID, TIME_BOOK, DISUSE_FLAG, LAST_UPDATE_TIMESTAMP, TIME_REGISTER
            FROM %1$s.T_%2$s_EXEC_STS_INST""".formatted(quoted(), driver, organization, workspace, schema);
    }

    /** Removes the database, as ITA does when the workspace is deleted. */
    public void drop() throws SQLException {
        run("DROP DATABASE " + quoted());
    }

    /** Puts an execution into a state, such as '3' for running; makes it if there is none of this number. */
    public void execution(String driver, String number, String status) throws SQLException {
        execution(driver, number, status, "0");
    }

    /** As {@link #execution(String, String, String)}, discarded if {@code disuse} is '1'. */
    public void execution(String driver, String number, String status, String disuse) throws SQLException {
        String sql = "REPLACE INTO " + quoted() + ".T_" + driver + "_EXEC_STS_INST"
                + " (EXECUTION_NO, STATUS_ID, DISUSE_FLAG, TIME_REGISTER) VALUES (?, ?, ?, NOW(6))";
        try (PreparedStatement replace = connection.prepareStatement(sql)) {
            replace.setString(1, number);
            replace.setString(2, status);
            replace.setString(3, disuse);
            int _ = replace.executeUpdate();
        }
    }

    private String quoted() {
        return "`" + schema.replace("`", "``") + "`";
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
