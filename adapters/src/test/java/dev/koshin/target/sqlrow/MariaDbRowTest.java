package dev.koshin.target.sqlrow;

import dev.koshin.database.Dialect;
import dev.koshin.database.jdbc.JdbcOptions;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import dev.koshin.testkit.TargetContract;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;

/** On a real MariaDB. */
final class MariaDbRowTest implements TargetContract {
    private final Holding holding;
    private final SqlTable table;

    MariaDbRowTest() throws SQLException {
        MariaDb.fresh("CONTRACT");
        holding = new Holding(MariaDb.owner("CONTRACT"), Dialect.MARIADB).create("DATETIME(6)");
        table = SqlRowTargets.table(
                Holding.options(JdbcOptions.of(MariaDb.url("CONTRACT"), MariaDb.USER, MariaDb.password())));
    }

    @AfterEach
    void close() throws SQLException {
        table.close();
        holding.behind().close();
    }

    @Override
    public Target target() {
        return Holding.target(table);
    }

    @Override
    public Held stored() {
        return holding.stored();
    }

    @Override
    public void overwrite(Held held) {
        holding.overwrite(held);
    }

    @Override
    public OptionalInt room() {
        return OptionalInt.of(Holding.WIDTH);
    }
}
