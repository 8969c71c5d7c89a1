package dev.koshin.journal.sql;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections with the one driver that fits. {@link java.sql.DriverManager} would start them all, which costs
 * {@code koshin status} a noticeable part of its time.
 */
final class Connector implements DataSource {
    private final Address address;
    private final Dialect dialect;
    private final Driver driver;
    private final Properties properties;

    /** @param more settings of the driver that neither the URL nor the dialect gives */
    Connector(Address address, Dialect dialect, Properties more) {
        this.address = address;
        this.dialect = dialect;
        this.driver = driver(dialect);
        this.properties = address.login();
        this.properties.putAll(more);
        dialect.settings().forEach((key, value) -> {
            if (!address.url().contains(key + "=")) {
                properties.setProperty(key, value);
            }
        });
    }

    private static Driver driver(Dialect dialect) {
        return ServiceLoader.load(Driver.class, Connector.class.getClassLoader()).stream()
                .filter(provider -> provider.type().getName().equals(dialect.driver()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not on the class path: " + dialect.driver()))
                .get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Properties copy = new Properties();
        copy.putAll(properties);
        Connection connection = driver.connect(address.url(), copy);
        if (connection == null) {
            throw new SQLException("the driver does not understand this address");
        }
        dialect.prepare(connection);
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("there is one login only");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // nothing is logged here
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // the dialect's settings say how long to wait
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("nothing is logged here");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("this wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
