package dev.koshin.servers;

import dev.koshin.model.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL on this machine, reached over TCP; it takes any password. It ends with the JVM. */
public final class PostgresServer {
    private static final String USER = "postgres";
    private static final String PASSWORD = "postgres-Passw0rd-of-tests";

    private final int port;

    private PostgresServer(int port) {
        this.port = port;
    }

    /** The one server of this JVM. */
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    /** Where {@code database} is. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A user who may do everything. */
    public String user() {
        return USER;
    }

    /** The password of {@link #user}. */
    public Secret password() {
        return Secret.of(PASSWORD);
    }

    /** Makes an empty database. */
    public void createDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(USER), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"" + name + "\"");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + name, e);
        }
    }

    private static final class Shared {
        static final PostgresServer SERVER = start();
    }

    private static PostgresServer start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            return new PostgresServer(server.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
