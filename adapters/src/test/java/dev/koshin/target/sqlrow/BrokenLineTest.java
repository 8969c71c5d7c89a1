package dev.koshin.target.sqlrow;

import static dev.koshin.target.Endings.done;
import static dev.koshin.target.Endings.refused;
import static dev.koshin.target.Endings.unclear;
import static dev.koshin.testkit.TargetContract.FIRST;
import static dev.koshin.testkit.TargetContract.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.database.DatabaseOptions;
import dev.koshin.database.Dialect;
import dev.koshin.database.jdbc.JdbcOptions;
import dev.koshin.model.Reason;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection to a real MariaDB breaks at each moment, whoever holds its other end. */
@ParameterizedClass
@EnumSource
final class BrokenLineTest {
    private final Way way;
    private final Holding holding;
    private final Line line;
    private final SqlTable table;
    private final Target target;

    BrokenLineTest(Way way) throws SQLException, IOException {
        this.way = way;
        MariaDb.fresh("BROKEN");
        holding = new Holding(MariaDb.owner("BROKEN"), Dialect.MARIADB).create("DATETIME(6)");
        line = new Line(MariaDb.port());
        table = SqlRowTargets.table(Holding.options(at(line.port())));
        target = Holding.target(table);
    }

    private DatabaseOptions at(int port) {
        return way.options("BROKEN", MariaDb.USER, MariaDb.password(), JdbcOptions.STATEMENT_TIMEOUT, port);
    }

    @AfterEach
    void close() throws SQLException {
        table.close();
        line.close();
        holding.behind().close();
    }

    @Test
    void a_commit_that_never_arrived_is_unclear_and_changed_nothing() {
        line.cutAt("COMMIT", Line.Cut.BEFORE_IT_ARRIVES);
        assertThat(unclear(target.deliver(new Held.Value(FIRST), FRESH)).reason())
                .isEqualTo(Reason.TARGET_UNREACHABLE);
        assertThat(done(target.read())).isEqualTo(new Held.Value(FIRST));
    }

    @Test
    void a_commit_whose_answer_was_lost_is_unclear_and_looking_again_tells() {
        line.cutAt("COMMIT", Line.Cut.AFTER_IT_ARRIVED);
        assertThat(unclear(target.deliver(new Held.Value(FIRST), FRESH)).reason())
                .isEqualTo(Reason.TARGET_UNREACHABLE);
        assertThat(done(target.deliver(new Held.Value(FRESH), FIRST)).target()).isEqualTo(target.name());
        assertThat(holding.stored()).isEqualTo(new Held.Value(FIRST));
    }

    @Test
    void a_cut_before_the_commit_is_refused_and_changed_nothing() {
        for (String word : new String[] {"START TRANSACTION", "FOR UPDATE", "UPDATE"}) {
            for (Line.Cut cut : Line.Cut.values()) {
                line.cutAt(word, cut);
                assertThat(refused(target.deliver(new Held.Value(FIRST), FRESH)).reason())
                        .isEqualTo(Reason.TARGET_UNREACHABLE);
                assertThat(done(target.read())).isEqualTo(new Held.Value(FIRST));
            }
        }
    }

    @Test
    void a_server_that_went_away_is_unreachable_and_found_again_when_it_is_back() {
        assertThat(done(target.read())).isEqualTo(new Held.Value(FIRST));
        line.cut();
        assertThat(refused(target.read()).details().getFirst()).isEqualTo(way.location(line.port()));
        assertThat(done(target.read())).isEqualTo(new Held.Value(FIRST));
    }

    @Test
    void a_port_where_nobody_listens_is_unreachable() throws IOException {
        int port = freePort();
        DatabaseOptions nowhere = at(port);
        try (SqlTable missing = SqlRowTargets.table(Holding.options(nowhere))) {
            assertThat(refused(Holding.target(missing).read()).reason()).isEqualTo(Reason.TARGET_UNREACHABLE);
            assertThat(refused(missing.place().look()).details()).first().isEqualTo(way.location(port));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
