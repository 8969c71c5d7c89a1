package dev.koshin.target.sqlrow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.database.Dialect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import dev.koshin.testkit.TargetContract;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;

/** On a real PostgreSQL. */
final class PostgresRowTest implements TargetContract {
    private final Holding holding;
    private final SqlTable table;

    PostgresRowTest() throws SQLException {
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
