package dev.koshin.target.sqlrow;

import static dev.koshin.target.Endings.done;
import static dev.koshin.target.Endings.reason;
import static dev.koshin.target.Endings.refused;
import static dev.koshin.testkit.TargetContract.FIRST;
import static dev.koshin.testkit.TargetContract.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.database.Dialect;
import dev.koshin.database.jdbc.JdbcOptions;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same faults under PostgreSQL's names. */
final class PostgresFaultsTest {
    private final Holding holding;
    private final SqlTable table;

    PostgresFaultsTest() throws SQLException {
        holding = new Holding(Postgres.owner(), Dialect.POSTGRESQL);
        holding.run("DROP TABLE IF EXISTS T_HOLDER");
        assertThat(holding.create("TIMESTAMP(6)")).isNotNull();
        table = SqlRowTargets.table(Holding.options(Postgres.options()));
    }

    @AfterEach
    void close() throws SQLException {
        table.close();
        holding.behind().close();
    }

    @Test
    void a_table_or_column_that_is_missing_has_a_name() throws SQLException {
        Target target = Holding.target(table);
        holding.run("ALTER TABLE T_HOLDER DROP COLUMN ORGANIZATION_ID");
        assertThat(refused(target.read()).details()).last().isEqualTo("ORGANIZATION_ID");
        assertThat(refused(target.deliver(new Held.Value(FIRST), FRESH)).details())
                .last()
                .isEqualTo("ORGANIZATION_ID");
        holding.run("DROP TABLE T_HOLDER");
        assertThat(reason(target.read())).isEqualTo(Reason.TARGET_TABLE_MISSING);
        assertThat(reason(target.deliver(new Held.Value(FIRST), FRESH))).isEqualTo(Reason.TARGET_TABLE_MISSING);
    }

    @Test
    void a_user_who_may_only_read_is_found_out_beforehand() throws SQLException {
        holding.run("DROP ROLE IF EXISTS reader", "CREATE ROLE reader LOGIN", "GRANT SELECT ON T_HOLDER TO reader");
        JdbcOptions reader =
                JdbcOptions.of(Postgres.options().jdbcUrl(), "reader", () -> new Effect.Done<>(Secret.of("any")));
        try (SqlTable reading = SqlRowTargets.table(Holding.options(reader))) {
            Target target = Holding.target(reading);
            assertThat(done(target.read())).isEqualTo(new Held.Value(FIRST));
            assertThat(reason(target.preflight(20))).isEqualTo(Reason.TARGET_NOT_WRITABLE);
            assertThat(reason(target.deliver(new Held.Value(FIRST), FRESH))).isEqualTo(Reason.TARGET_NOT_WRITABLE);
        } finally {
            holding.run("DROP OWNED BY reader", "DROP ROLE reader");
        }
    }

    @Test
    void a_trigger_that_changes_another_column_is_undone() throws SQLException {
        holding.run(
                "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN NEW.LAST_UPDATE_TIMESTAMP := now(); RETURN NEW; END $$",
                "CREATE TRIGGER touching BEFORE UPDATE ON T_HOLDER FOR EACH ROW EXECUTE FUNCTION touch()");
        assertThat(refused(Holding.target(table).deliver(new Held.Value(FIRST), FRESH))
                        .details())
                .last()
                .isEqualTo("LAST_UPDATE_TIMESTAMP");
        assertThat(holding.stored()).isEqualTo(new Held.Value(FIRST));
    }

    @Test
    void a_guard_on_a_number_is_compared_as_a_number() {
        assertThat(done(table.row(Holding.KEY, Map.of("PORT", "3306")).read())).isEqualTo(new Held.Value(FIRST));
        assertThat(reason(table.row(Holding.KEY, Map.of("PORT", "3307")).read()))
                .isEqualTo(Reason.TARGET_ROW_MISSING);
    }
}
