package dev.koshin.target.sqlrow;

import dev.koshin.database.jdbc.JdbcOptions;
import dev.koshin.servers.PostgresServer;
import dev.koshin.spi.Effect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The own database of a real PostgreSQL. */
final class Postgres {
    private static final PostgresServer SERVER = PostgresServer.shared();

    private Postgres() {}

    static Connection owner() throws SQLException {
        return DriverManager.getConnection(
                SERVER.jdbcUrl(SERVER.user()), SERVER.user(), SERVER.password().reveal(value -> value));
    }

    static JdbcOptions options() {
        return JdbcOptions.of(SERVER.jdbcUrl(SERVER.user()), SERVER.user(), () -> new Effect.Done<>(SERVER.password()));
    }
}
