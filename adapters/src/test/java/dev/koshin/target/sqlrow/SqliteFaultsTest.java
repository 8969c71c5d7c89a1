package dev.koshin.target.sqlrow;

import static dev.koshin.target.Endings.reason;
import static dev.koshin.target.Endings.refused;
import static dev.koshin.testkit.TargetContract.FIRST;
import static dev.koshin.testkit.TargetContract.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.database.Dialect;
import dev.koshin.database.jdbc.JdbcOptions;
import dev.koshin.model.Reason;
import dev.koshin.spi.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a SQLite file can have against it. */
final class SqliteFaultsTest {
    private final Path file;
    private final Holding holding;
    private final SqlTable table;

    SqliteFaultsTest(@TempDir Path directory) throws SQLException {
        file = directory.resolve("rows.db");
        holding = new Holding(DriverManager.getConnection("jdbc:sqlite:" + file), Dialect.SQLITE).create("TEXT");
        table = open(file);
    }

    private static SqlTable open(Path file) {
        return SqlRowTargets.table(Holding.options(new JdbcOptions(
                "jdbc:sqlite:" + file, "", MariaDb.password(), Duration.ofSeconds(1), Duration.ofSeconds(1), 4)));
    }

    @AfterEach
    void close() throws SQLException {
        table.close();
        holding.behind().close();
    }

    @Test
    void a_file_that_is_missing_is_not_made() {
        Path missing = file.resolveSibling("missing.db");
        try (SqlTable nothing = open(missing)) {
            assertThat(refused(Holding.target(nothing).read()).details())
                    .first()
                    .isEqualTo(missing.toString());
            assertThat(reason(nothing.place().look())).isEqualTo(Reason.TARGET_UNREACHABLE);
        }
        assertThat(missing).doesNotExist();
    }

    @Test
    void a_file_that_is_no_database_is_said_to_be_none() throws IOException {
        Path text = Files.writeString(file.resolveSibling("text.db"), "x".repeat(4096));
        try (SqlTable nothing = open(text)) {
            assertThat(reason(Holding.target(nothing).read())).isEqualTo(Reason.TARGET_UNREACHABLE);
        }
    }

    @Test
    void a_table_or_column_that_is_missing_has_a_name() throws SQLException {
        holding.run("ALTER TABLE T_HOLDER DROP COLUMN ORGANIZATION_ID");
        assertThat(refused(Holding.target(table).read()).details()).last().isEqualTo("ORGANIZATION_ID");
        holding.run("DROP TABLE T_HOLDER");
        assertThat(reason(Holding.target(table).read())).isEqualTo(Reason.TARGET_TABLE_MISSING);
    }

    @Test
    void a_file_that_somebody_else_writes_is_left_for_later() throws SQLException {
        holding.run("BEGIN IMMEDIATE");
        assertThat(refused(Holding.target(table).deliver(new Held.Value(FIRST), FRESH)))
                .extracting("reason")
                .isEqualTo(Reason.TARGET_FAILED);
        holding.run("ROLLBACK");
        assertThat(holding.stored()).isEqualTo(new Held.Value(FIRST));
    }

    @Test
    void a_trigger_that_changes_another_column_is_undone() throws SQLException {
        holding.run("CREATE TRIGGER touching AFTER UPDATE OF GITLAB_TOKEN ON T_HOLDER BEGIN"
                + " UPDATE T_HOLDER SET NOTE = 'touched' WHERE PRIMARY_KEY = NEW.PRIMARY_KEY; END");
        assertThat(refused(Holding.target(table).deliver(new Held.Value(FIRST), FRESH))
                        .details())
                .last()
                .isEqualTo("NOTE");
        assertThat(holding.stored()).isEqualTo(new Held.Value(FIRST));
    }
}
