package dev.koshin.target.sqlrow;

import dev.koshin.database.Dialect;
import dev.koshin.database.jdbc.JdbcOptions;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import dev.koshin.testkit.TargetContract;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** On SQLite, which enforces no width. */
final class SqliteRowTest implements TargetContract {
    private final Holding holding;
    private final SqlTable table;

    SqliteRowTest(@TempDir Path directory) throws SQLException {
        String url = "jdbc:sqlite:" + directory.resolve("rows.db");
        holding = new Holding(DriverManager.getConnection(url), Dialect.SQLITE).create("TEXT");
        table = SqlRowTargets.table(Holding.options(JdbcOptions.of(url, "", MariaDb.password())));
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
}
