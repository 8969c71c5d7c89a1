package dev.koshin.journal.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Several connections to a server, opened when needed. */
final class PooledReads implements Reads {
    private static final int CONNECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Failures failures;

    PooledReads(DataSource database, Failures failures) {
        this.pool = new HikariDataSource(config(database));
        this.jdbi = Jdbi.create(pool);
        this.failures = failures;
    }

    private static HikariConfig config(DataSource database) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("koshin-journal");
        config.setDataSource(database);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE.toMillis());
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(-1);
        return config;
    }

    @Override
    public <T> T ask(Function<Handle, T> question) {
        try {
            return jdbi.withHandle(question::apply);
        } catch (JdbiException e) {
            throw failures.unavailable(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
