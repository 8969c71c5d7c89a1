package dev.koshin.target.sqlrow;

import dev.koshin.model.Secret;
import dev.koshin.servers.MariaDbServer;
import dev.koshin.spi.Effect;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;

/** Databases on a real MariaDB, and the user that the tests work as. */
final class MariaDb {
    static final String USER = "KOSHIN";
    static final Secret PASSWORD = Secret.of("pa$$'word\\for-tests");

    private static final MariaDbServer SERVER = MariaDbServer.shared();

    private MariaDb() {}

    static int port() {
        return URI.create(url("").substring("jdbc:".length())).getPort();
    }

    /** Host and port of the running server. */
    static String address() {
        return "127.0.0.1:" + port();
    }

    static String url(String database) {
        return SERVER.jdbcUrl(database);
    }

    static Supplier<Effect<Secret>> password() {
        return () -> new Effect.Done<>(PASSWORD);
    }

    /** A connection of a user who may do everything. */
    static Connection owner(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database), SERVER.user(), SERVER.password().reveal(value -> value));
    }

    /** Runs these statements as a user who may do everything. */
    static void run(String database, String... statements) throws SQLException {
        try (Connection owner = owner(database);
                Statement statement = owner.createStatement()) {
            for (String sql : List.of(statements)) {
                statement.execute(sql);
            }
        }
    }

    /**
     * An empty database of this name, and the user with all rights in it. The server's nameless user goes, because it
     * would stand in for everybody who comes from this machine.
     */
    static void fresh(String database) throws SQLException {
        run(
                "",
                "DROP USER IF EXISTS ''@'localhost'",
                "DROP DATABASE IF EXISTS " + database,
                "CREATE DATABASE " + database,
                "CREATE USER IF NOT EXISTS '" + USER + "'@'%' IDENTIFIED BY 'pa$$''word\\\\for-tests'",
                "GRANT ALL ON " + database + ".* TO '" + USER + "'@'%'");
    }
}
