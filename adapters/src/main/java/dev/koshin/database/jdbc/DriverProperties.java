package dev.koshin.database.jdbc;

import dev.koshin.database.Dialect;
import java.time.Duration;
import java.util.Properties;

/** Tells each driver about both times, and to take types as the table declares them. */
final class DriverProperties {
    private static final int SQLITE_READ_WRITE_NOT_CREATE = 2;

    private DriverProperties() {}

    static void configure(Properties properties, Dialect dialect, JdbcOptions options) {
        switch (dialect) {
            case MARIADB -> mariaDb(properties, options);
            case POSTGRESQL -> postgreSql(properties, options.connectTimeout(), options.statementTimeout());
            case SQLITE -> sqlite(properties, options.statementTimeout());
        }
    }

    private static void mariaDb(Properties properties, JdbcOptions options) {
        Duration connect = options.connectTimeout();
        Duration statement = options.statementTimeout();
        properties.setProperty("connectTimeout", Long.toString(connect.toMillis()));
        properties.setProperty(
                "socketTimeout", Long.toString(connect.plus(statement).toMillis()));
        properties.setProperty("tinyInt1isBit", "false");
        properties.setProperty("yearIsDateType", "false");
        if (!options.jdbcUrl().contains("sessionVariables")) {
            properties.setProperty("sessionVariables", "innodb_lock_wait_timeout=" + statement.toSeconds());
        }
    }

    private static void postgreSql(Properties properties, Duration connect, Duration statement) {
        long connectSeconds = Math.max(1, connect.toSeconds());
        properties.setProperty("connectTimeout", Long.toString(connectSeconds));
        properties.setProperty("loginTimeout", Long.toString(connectSeconds));
        properties.setProperty("socketTimeout", Long.toString(connectSeconds + statement.toSeconds()));
        properties.setProperty("stringtype", "unspecified");
        properties.setProperty("options", "-c statement_timeout=" + statement.toMillis());
    }

    private static void sqlite(Properties properties, Duration statement) {
        properties.setProperty("busy_timeout", Long.toString(statement.toMillis()));
        properties.setProperty("open_mode", Integer.toString(SQLITE_READ_WRITE_NOT_CREATE));
    }
}
