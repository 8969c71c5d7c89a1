package dev.koshin.target.sqlrow;

import static dev.koshin.target.Endings.done;
import static dev.koshin.testkit.TargetContract.FIRST;
import static dev.koshin.testkit.TargetContract.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.database.Dialect;
import dev.koshin.database.jdbc.JdbcOptions;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often the server is asked, counted by a real MariaDB. */
final class SqlRowCostTest {
    private final Holding holding;
    private final SqlTable table;
    private final Target target;

    SqlRowCostTest() throws SQLException {
        MariaDb.fresh("COST");
        holding = new Holding(MariaDb.owner("COST"), Dialect.MARIADB).create("DATETIME(6)");
        table = SqlRowTargets.table(
                Holding.options(JdbcOptions.of(MariaDb.url("COST"), MariaDb.USER, MariaDb.password())));
        target = Holding.target(table);
        assertThat(done(target.preflight(20))).isEqualTo(new Held.Value(FIRST));
    }

    @AfterEach
    void close() throws SQLException {
        table.close();
        holding.behind().close();
    }

    @Test
    void a_renewal_asks_seven_times() throws SQLException {
        long start = questions();
        assertThat(done(target.preflight(20))).isEqualTo(new Held.Value(FIRST));
        assertThat(questions() - start).as("preflight").isEqualTo(1);
        start = questions();
        assertThat(done(target.deliver(new Held.Value(FIRST), FRESH)).cell().column())
                .isEqualTo("GITLAB_TOKEN");
        assertThat(questions() - start).as("deliver").isEqualTo(5);
        start = questions();
        assertThat(done(target.read())).isEqualTo(new Held.Value(FRESH));
        assertThat(questions() - start).as("read").isEqualTo(1);
    }

    @Test
    void ten_thousand_rows_are_looked_at_with_one_question() throws SQLException {
        rows(10_000);
        long start = questions();
        Place.View view = done(table.place().look());
        assertThat(questions() - start).isEqualTo(1);
        assertThat(view.held()).hasSize(10_002);
        assertThat(view.cells()).hasSize(7 * 10_003);
        start = questions();
        assertThat(done(table.rows(List.of("NOTE")))).hasSize(10_003);
        assertThat(questions() - start).isEqualTo(1);
    }

    @Test
    void one_caller_needs_one_connection_and_many_share_no_more_than_allowed() throws Exception {
        rows(200);
        assertThat(connections()).isEqualTo(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Effect<Target.Receipt>>> endings = threads.invokeAll(IntStream.range(0, 200)
                    .mapToObj(i -> table.row("row-" + i, Map.of()))
                    .map(row -> (Callable<Effect<Target.Receipt>>) () -> row.deliver(new Held.Value(FIRST), FRESH))
                    .toList());
            for (Future<Effect<Target.Receipt>> ending : endings) {
                assertThat(done(ending.get()).cell().column()).isEqualTo("GITLAB_TOKEN");
            }
        }
        assertThat(connections()).isBetween(2L, (long) JdbcOptions.CONNECTIONS);
    }

    @Test
    void defaults_are_what_the_documentation_says() {
        assertThat(JdbcOptions.CONNECT_TIMEOUT).isEqualTo(Duration.ofSeconds(5));
        assertThat(JdbcOptions.STATEMENT_TIMEOUT).isEqualTo(Duration.ofSeconds(15));
        assertThat(JdbcOptions.CONNECTIONS).isEqualTo(8);
    }

    private void rows(int count) throws SQLException {
        try (PreparedStatement insert = holding.behind()
                .prepareStatement("INSERT INTO T_HOLDER VALUES (?, 'test-org-01', NULL, 3306, ?, '0', NOW(6))")) {
            for (int i = 0; i < count; i++) {
                insert.setString(1, "row-" + i);
                insert.setString(2, FIRST.reveal(value -> value));
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).hasSize(count);
        }
    }

    private long connections() throws SQLException {
        return number("SELECT COUNT(*) FROM INFORMATION_SCHEMA.PROCESSLIST WHERE USER = '" + MariaDb.USER
                + "' AND DB = 'COST'");
    }

    /** Statements that the server was sent until now, this one left out. */
    private long questions() throws SQLException {
        long now =
                number("SELECT VARIABLE_VALUE FROM INFORMATION_SCHEMA.GLOBAL_STATUS WHERE VARIABLE_NAME = 'QUESTIONS'");
        return now - asked++;
    }

    private long asked;

    private long number(String sql) throws SQLException {
        try (Statement statement = holding.behind().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }
}
