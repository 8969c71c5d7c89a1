package dev.koshin.database.jdbc;

import dev.koshin.database.Dialect;
import dev.koshin.database.KnownProblem;
import dev.koshin.model.Problem;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens connections, each with the password as it is at that moment. */
final class ConnectionSource implements DataSource {
    private final JdbcOptions options;
    private final Dialect dialect;

    ConnectionSource(JdbcOptions options, Dialect dialect) {
        this.options = options;
        this.dialect = dialect;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Properties properties = new Properties();
        DriverProperties.configure(properties, dialect, options);
        if (dialect != Dialect.SQLITE) {
            Secret password = password();
            properties.setProperty("user", options.user());
            properties.setProperty("password", password.reveal(value -> value));
        }
        return DriverManager.getConnection(options.jdbcUrl().replaceFirst("^jdbc:mysql:", "jdbc:mariadb:"), properties);
    }

    private Secret password() throws SQLException {
        return switch (options.password().get()) {
            case Effect.Done<Secret>(Secret secret) -> secret;
            case Effect.Refused<Secret>(Problem problem) -> throw new KnownProblem(problem);
            case Effect.Unclear<Secret>(Problem problem) -> throw new KnownProblem(problem);
        };
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the options name the user");
    }

    @Override
    public int getLoginTimeout() {
        return Math.toIntExact(Math.max(1, options.connectTimeout().toSeconds()));
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // the options say how long; a pool that repeats it here has nothing to add
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // drivers write their log elsewhere
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("no logger");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("nothing is wrapped here");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
