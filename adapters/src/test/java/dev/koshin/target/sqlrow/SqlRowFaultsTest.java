package dev.koshin.target.sqlrow;

import static dev.koshin.target.Endings.done;
import static dev.koshin.target.Endings.reason;
import static dev.koshin.target.Endings.refused;
import static dev.koshin.testkit.TargetContract.FIRST;
import static dev.koshin.testkit.TargetContract.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.database.DatabaseOptions;
import dev.koshin.database.Dialect;
import dev.koshin.database.jdbc.JdbcOptions;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a real MariaDB can have against reading and writing a row, whatever leads to it. */
@ParameterizedClass
@EnumSource
final class SqlRowFaultsTest {
    private final Way way;
    private final String place;
    private final Holding holding;
    private final List<SqlTable> opened = new ArrayList<>();

    SqlRowFaultsTest(Way way) throws SQLException {
        this.way = way;
        this.place = "T_HOLDER at " + way.location(MariaDb.port());
        MariaDb.fresh("FAULTS");
        holding = new Holding(MariaDb.owner("FAULTS"), Dialect.MARIADB).create("DATETIME(6)");
    }

    @AfterEach
    void close() throws SQLException {
        opened.forEach(SqlTable::close);
        holding.behind().close();
    }

    private DatabaseOptions database() {
        return way.options("FAULTS");
    }

    private SqlTable open(SqlTableOptions options) {
        SqlTable table = SqlRowTargets.table(options);
        opened.add(table);
        return table;
    }

    private Target target() {
        return Holding.target(open(Holding.options(database())));
    }

    private Effect<Target.Receipt> deliver(Target target) {
        return target.deliver(new Held.Value(FIRST), FRESH);
    }

    @Test
    void names_who_may_not_log_in_and_not_with_what() {
        Supplier<Effect<Secret>> wrong = () -> new Effect.Done<>(Secret.of("wrong-password"));
        SqlTable table = open(Holding.options(way.options("FAULTS", MariaDb.USER, wrong)));
        Problem problem = refused(Holding.target(table).read());
        assertThat(problem)
                .isEqualTo(Problem.of(Reason.TARGET_LOGIN_REFUSED, way.location(MariaDb.port()), MariaDb.USER));
        assertThat(table.options().toString()).doesNotContain("wrong-password");
    }

    @Test
    void passes_on_why_the_password_is_missing() {
        Problem unresolved = Problem.of(Reason.SECRET_UNRESOLVED, "ITA_DB_PASSWORD");
        SqlTable table =
                open(Holding.options(way.options("FAULTS", MariaDb.USER, () -> new Effect.Refused<>(unresolved))));
        assertThat(refused(deliver(Holding.target(table)))).isEqualTo(unresolved);
    }

    @Test
    void names_a_database_without_entry() {
        SqlTable table = open(Holding.options(way.options("NOWHERE", MariaDb.USER, MariaDb.password())));
        assertThat(reason(Holding.target(table).read())).isEqualTo(Reason.TARGET_LOGIN_REFUSED);
    }

    @Test
    void names_a_table_that_is_missing() throws SQLException {
        holding.run("DROP TABLE T_HOLDER");
        Target target = target();
        for (Problem problem : List.of(
                refused(target.read()),
                refused(target.preflight(20)),
                refused(deliver(target)),
                refused(target.place().look()))) {
            assertThat(problem.reason()).isEqualTo(Reason.TARGET_TABLE_MISSING);
            assertThat(problem.details()).first().isEqualTo(place);
        }
    }

    @Test
    void names_the_column_that_is_missing() throws SQLException {
        for (String column : List.of("GITLAB_TOKEN", "ORGANIZATION_ID", "PRIMARY_KEY")) {
            holding.run("ALTER TABLE T_HOLDER DROP COLUMN " + column);
            Target target = target();
            Problem expected = Problem.of(Reason.TARGET_COLUMN_MISSING, place, column);
            assertThat(refused(target.read())).isEqualTo(expected);
            assertThat(refused(target.preflight(20))).isEqualTo(expected);
            assertThat(refused(deliver(target))).isEqualTo(expected);
            holding.run("ALTER TABLE T_HOLDER ADD COLUMN " + column + " VARCHAR(255)");
        }
    }

    @Test
    void names_the_wanted_column_that_is_missing() throws SQLException {
        SqlTable table = open(Holding.options(database()));
        assertThat(refused(table.rows(List.of("NOTE", "GITLAB_USER"))))
                .isEqualTo(Problem.of(Reason.TARGET_COLUMN_MISSING, place, "GITLAB_USER"));
        holding.run("ALTER TABLE T_HOLDER DROP COLUMN GITLAB_TOKEN");
        assertThat(refused(table.place().look()))
                .isEqualTo(Problem.of(Reason.TARGET_COLUMN_MISSING, place, "GITLAB_TOKEN"));
    }

    @Test
    void finds_out_beforehand_that_it_may_only_read() throws SQLException {
        MariaDb.run(
                "",
                "CREATE OR REplace USER 'READER'@'%' IDENTIFIED BY 'reader'",
                "GRANT SELECT ON FAULTS.T_HOLDER TO 'READER'@'%'");
        SqlTable table =
                open(Holding.options(way.options("FAULTS", "READER", () -> new Effect.Done<>(Secret.of("reader")))));
        Target target = Holding.target(table);
        Problem expected = Problem.of(Reason.TARGET_NOT_WRITABLE, place, "READER");
        assertThat(done(target.read())).isEqualTo(new Held.Value(FIRST));
        assertThat(refused(target.preflight(20))).isEqualTo(expected);
        assertThat(refused(deliver(target))).isEqualTo(expected);
        MariaDb.run("", "GRANT UPDATE ON FAULTS.T_HOLDER TO 'READER'@'%'");
        table.close();
        assertThat(done(Holding.target(open(table.options())).preflight(20))).isEqualTo(new Held.Value(FIRST));
    }

    @Test
    void proving_the_right_to_write_touches_no_row() throws SQLException {
        holding.run("CREATE TRIGGER FAULTS.TOUCH BEFORE UPDATE ON T_HOLDER FOR EACH ROW"
                + " SET NEW.LAST_UPDATE_TIMESTAMP = NEW.LAST_UPDATE_TIMESTAMP + INTERVAL 1 MICROSECOND");
        Target target = target();
        Place.View before = done(target.place().look());
        assertThat(done(target.preflight(20))).isEqualTo(new Held.Value(FIRST));
        assertThat(done(target.place().look()).cells()).isEqualTo(before.cells());
    }

    @Test
    void needs_no_more_than_select_and_update_of_one_column() throws SQLException {
        MariaDb.run(
                "",
                "CREATE OR REplace USER 'LITTLE'@'%' IDENTIFIED BY 'little'",
                "GRANT SELECT, UPDATE (GITLAB_TOKEN) ON FAULTS.T_HOLDER TO 'LITTLE'@'%'");
        Target target = Holding.target(
                open(Holding.options(way.options("FAULTS", "LITTLE", () -> new Effect.Done<>(Secret.of("little"))))));
        assertThat(done(target.preflight(20))).isEqualTo(new Held.Value(FIRST));
        assertThat(done(deliver(target)).cell().column()).isEqualTo("GITLAB_TOKEN");
    }

    @Test
    void proves_nothing_to_a_user_who_does_not_see_every_column() throws SQLException {
        MariaDb.run(
                "",
                "CREATE OR REPLACE USER 'HALF'@'%' IDENTIFIED BY 'half'",
                "GRANT SELECT (PRIMARY_KEY, ORGANIZATION_ID, GITLAB_TOKEN, DISUSE_FLAG) ON FAULTS.T_HOLDER TO 'HALF'@'%'",
                "GRANT UPDATE (GITLAB_TOKEN) ON FAULTS.T_HOLDER TO 'HALF'@'%'");
        Target target = Holding.target(
                open(Holding.options(way.options("FAULTS", "HALF", () -> new Effect.Done<>(Secret.of("half"))))));
        assertThat(done(target.read())).isEqualTo(new Held.Value(FIRST));
        assertThat(reason(target.preflight(20))).isEqualTo(Reason.TARGET_NOT_WRITABLE);
        assertThat(reason(deliver(target))).isEqualTo(Reason.TARGET_NOT_WRITABLE);
        assertThat(reason(target.place().look())).isEqualTo(Reason.TARGET_NOT_WRITABLE);
        assertThat(holding.stored()).isEqualTo(new Held.Value(FIRST));
    }

    @Test
    void rolls_back_when_a_trigger_changes_another_column() throws SQLException {
        holding.run("CREATE TRIGGER FAULTS.TOUCH BEFORE UPDATE ON T_HOLDER FOR EACH ROW"
                + " SET NEW.LAST_UPDATE_TIMESTAMP = NEW.LAST_UPDATE_TIMESTAMP + INTERVAL 1 MICROSECOND");
        Target target = target();
        assertThat(refused(deliver(target)))
                .isEqualTo(Problem.of(Reason.TARGET_MORE_CHANGED, target.name().value(), "LAST_UPDATE_TIMESTAMP"));
        assertThat(holding.stored()).isEqualTo(new Held.Value(FIRST));
    }

    @Test
    void rolls_back_when_the_row_leaves_its_guards() throws SQLException {
        holding.run("CREATE TRIGGER FAULTS.TOUCH BEFORE UPDATE ON T_HOLDER FOR EACH ROW SET NEW.DISUSE_FLAG = '1'");
        assertThat(reason(deliver(target()))).isEqualTo(Reason.TARGET_MORE_CHANGED);
        assertThat(holding.stored()).isEqualTo(new Held.Value(FIRST));
    }

    @Test
    void rolls_back_when_the_database_stores_something_else() throws SQLException {
        holding.run("CREATE TRIGGER FAULTS.TOUCH BEFORE UPDATE ON T_HOLDER FOR EACH ROW"
                + " SET NEW.GITLAB_TOKEN = UPPER(NEW.GITLAB_TOKEN)");
        Target target = target();
        assertThat(refused(deliver(target)))
                .isEqualTo(Problem.of(Reason.TARGET_MORE_CHANGED, target.name().value(), "GITLAB_TOKEN"));
        assertThat(holding.stored()).isEqualTo(new Held.Value(FIRST));
    }

    @Test
    void refuses_a_row_that_is_missing_or_no_longer_guarded() {
        SqlTable table = open(Holding.options(database()));
        Target deleted = table.row(Holding.DELETED, Holding.GUARDS);
        Target moved = table.row(Holding.KEY, Map.of("ORGANIZATION_ID", "test-org-02"));
        for (Target target : List.of(deleted, moved, table.row("no-such-key", Map.of()))) {
            assertThat(reason(target.read())).isEqualTo(Reason.TARGET_ROW_MISSING);
            assertThat(reason(target.preflight(20))).isEqualTo(Reason.TARGET_ROW_MISSING);
            assertThat(refused(deliver(target)))
                    .isEqualTo(
                            Problem.of(Reason.TARGET_ROW_MISSING, target.name().value()));
        }
        assertThat(done(table.place().look()).held()).doesNotContainKey(deleted.name());
    }

    @Test
    void refuses_a_key_that_two_rows_share() throws SQLException {
        holding.insert(Holding.KEY, "0");
        Target target = target();
        assertThat(reason(target.read())).isEqualTo(Reason.TARGET_ROW_NOT_UNIQUE);
        assertThat(reason(target.preflight(20))).isEqualTo(Reason.TARGET_ROW_NOT_UNIQUE);
        assertThat(reason(deliver(target))).isEqualTo(Reason.TARGET_ROW_NOT_UNIQUE);
        assertThat(done(target.place().look()).held()).doesNotContainKey(target.name());
    }

    @Test
    void leaves_a_row_alone_that_differs_only_in_its_key() {
        SqlTable table = open(Holding.options(database()));
        assertThat(done(deliver(Holding.target(table))).cell().column()).isEqualTo("GITLAB_TOKEN");
        assertThat(done(table.row(Holding.TWIN, Holding.GUARDS).read())).isEqualTo(new Held.Value(FIRST));
    }

    @Test
    void does_not_rely_on_the_server_to_refuse_what_is_too_long() throws SQLException {
        JdbcOptions lax = JdbcOptions.of(
                MariaDb.url("FAULTS") + "?sessionVariables=sql_mode=''", MariaDb.USER, MariaDb.password());
        Target target = Holding.target(open(Holding.options(lax)));
        Secret wide = Secret.of("w".repeat(Holding.WIDTH + 1));
        assertThat(refused(target.deliver(new Held.Value(FIRST), wide)))
                .isEqualTo(Problem.of(Reason.TARGET_TOO_NARROW, target.name().value(), "40 < 41"));
        assertThat(holding.stored()).isEqualTo(new Held.Value(FIRST));
    }

    @Test
    void knows_the_width_of_every_kind_of_text_column() throws SQLException {
        for (String type : List.of(
                "VARCHAR(30) CHARACTER SET latin1",
                "VARCHAR(30) CHARACTER SET utf8mb3",
                "VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
                "CHAR(30) CHARACTER SET ascii")) {
            holding.run("ALTER TABLE T_HOLDER MODIFY GITLAB_TOKEN " + type);
            assertThat(reason(target().preflight(31))).as(type).isEqualTo(Reason.TARGET_TOO_NARROW);
            assertThat(done(target().preflight(30))).as(type).isEqualTo(new Held.Value(FIRST));
        }
        holding.run("ALTER TABLE T_HOLDER MODIFY GITLAB_TOKEN TEXT CHARACTER SET utf8mb4");
        assertThat(done(target().preflight(300))).isEqualTo(new Held.Value(FIRST));
    }

    @Test
    void does_not_wait_longer_than_allowed_for_a_row_that_somebody_holds() throws SQLException {
        DatabaseOptions patient =
                way.options("FAULTS", MariaDb.USER, MariaDb.password(), Duration.ofSeconds(1), MariaDb.port());
        Target target = Holding.target(open(Holding.options(patient)));
        holding.run("START TRANSACTION", "UPDATE T_HOLDER SET NOTE = 'held'");
        assertThat(refused(deliver(target)))
                .isEqualTo(Problem.of(Reason.TARGET_FAILED, place, "SQLState HY000, error 1205"));
        holding.run("ROLLBACK");
        assertThat(done(deliver(target)).cell().column()).isEqualTo("GITLAB_TOKEN");
    }

    @Test
    void keeps_apart_null_and_an_empty_text() throws SQLException {
        SqlTable table = open(Holding.options(database()));
        var cells = new TreeMap<>(done(table.place().look()).cells());
        holding.run("UPDATE T_HOLDER SET NOTE = '' WHERE PRIMARY_KEY = '" + Holding.KEY + "'");
        cells.entrySet().removeAll(done(table.place().look()).cells().entrySet());
        assertThat(cells.keySet()).hasSize(1).first().extracting("column").isEqualTo("NOTE");
    }

    @Test
    void delivers_over_an_empty_text_too() throws SQLException {
        holding.run("UPDATE T_HOLDER SET GITLAB_TOKEN = ''");
        assertThat(done(target().deliver(new Held.Nothing(), FRESH)).cell().column())
                .isEqualTo("GITLAB_TOKEN");
        assertThat(holding.stored()).isEqualTo(new Held.Value(FRESH));
    }

    @Test
    void reads_all_rows_with_the_wanted_columns_and_prints_no_value() {
        SqlTable table = open(Holding.options(database()).in("FAULTS"));
        List<Row> rows = done(table.rows(List.of("DISUSE_FLAG", "NOTE")));
        assertThat(rows).extracting(Row::key).containsExactlyInAnyOrder(Holding.KEY, Holding.TWIN, Holding.DELETED);
        assertThat(rows).allSatisfy(row -> assertThat(row.held()).isEqualTo(new Held.Value(FIRST)));
        assertThat(rows).allSatisfy(row -> assertThat(row.column("NOTE")).isEqualTo(Optional.empty()));
        assertThat(rows.toString()).doesNotContain("glpat");
        assertThat(table.row(Holding.KEY, Map.of()).name().value()).isEqualTo("FAULTS.T_HOLDER[" + Holding.KEY + "]");
    }
}
