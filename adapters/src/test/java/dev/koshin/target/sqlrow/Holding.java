package dev.koshin.target.sqlrow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.database.DatabaseOptions;
import dev.koshin.database.Dialect;
import dev.koshin.model.Secret;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import dev.koshin.testkit.TargetContract;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Map;
import java.util.Optional;

/** A table {@code T_HOLDER} with three rows, seen behind the target's back. */
record Holding(Connection behind, Dialect dialect) {
    static final String TABLE = "T_HOLDER";
    static final String KEY = "4897f2a4-6167-4efd-bcf9-8919c7174691";
    static final String TWIN = "f15d6f77-440f-456e-a350-ac6adcc429df";
    static final String DELETED = "28e3f7a1-93bd-40f9-9818-d8e146113709";
    static final Map<String, String> GUARDS = Map.of("ORGANIZATION_ID", "test-org-01");
    static final int WIDTH = 40;

    static SqlTableOptions options(DatabaseOptions database) {
        return SqlTableOptions.of(database, TABLE, "PRIMARY_KEY", "GITLAB_TOKEN")
                .guardedBy(Map.of("DISUSE_FLAG", "0"));
    }

    static Target target(SqlTable table) {
        return table.row(KEY, GUARDS);
    }

    /** Makes the table: the row under test, its twin with another key, and a deleted one. */
    Holding create(String timeType) throws SQLException {
        run("CREATE TABLE T_HOLDER (PRIMARY_KEY VARCHAR(40) NOT NULL, ORGANIZATION_ID VARCHAR(255), NOTE VARCHAR(255), "
                + "PORT INT, GITLAB_TOKEN VARCHAR(40), DISUSE_FLAG VARCHAR(1), LAST_UPDATE_TIMESTAMP " + timeType
                + ")");
        insert(KEY, "0");
        insert(TWIN, "0");
        insert(DELETED, "1");
        return this;
    }

    void insert(String key, String disuse) throws SQLException {
        run("INSERT INTO T_HOLDER VALUES ('" + key + "', 'test-org-01', NULL, 3306, '"
                + TargetContract.FIRST.<String>reveal(value -> value) + "', '" + disuse
                + "', '2025-07-16 08:10:42.684294')");
    }

    /** Runs the statements with every name in capitals quoted, so that PostgreSQL keeps the capitals. */
    void run(String... statements) throws SQLException {
        try (Statement statement = behind.createStatement()) {
            for (String sql : statements) {
                statement.execute(quoted(sql));
            }
        }
    }

    private String quoted(String sql) {
        return sql.replaceAll("\\b(T_HOLDER|[A-Z]+_[A-Z_]+|NOTE|PORT)\\b", dialect.quote("$1"));
    }

    Held stored() {
        String sql = quoted("SELECT GITLAB_TOKEN FROM T_HOLDER WHERE PRIMARY_KEY = '" + KEY + "'");
        try (Statement statement = behind.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return Optional.ofNullable(rows.getString(1))
                    .<Held>map(text -> new Held.Value(Secret.of(text)))
                    .orElseGet(Held.Nothing::new);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void overwrite(Held held) {
        String sql = quoted("UPDATE T_HOLDER SET GITLAB_TOKEN = ? WHERE PRIMARY_KEY = '" + KEY + "'");
        try (PreparedStatement update = behind.prepareStatement(sql)) {
            switch (held) {
                case Held.Value(Secret secret) -> update.setString(1, secret.reveal(value -> value));
                case Held.Nothing() -> update.setNull(1, Types.VARCHAR);
            }
            assertThat(update.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
