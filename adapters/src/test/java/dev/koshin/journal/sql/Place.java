package dev.koshin.journal.sql;

import dev.koshin.model.Secret;
import dev.koshin.servers.MariaDbServer;
import dev.koshin.servers.PostgresServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Where a test keeps its journal. */
record Place(String url, Optional<String> user, Optional<Secret> password) {

    static Place sqlite(Path directory) {
        return new Place("jdbc:sqlite:" + directory.resolve("koshin.db"), Optional.empty(), Optional.empty());
    }

    /** A fresh database of the shared PostgreSQL. */
    static Place postgres() {
        PostgresServer server = PostgresServer.shared();
        String name = name();
        server.createDatabase(name);
        return new Place(server.jdbcUrl(name), Optional.of(server.user()), Optional.of(server.password()));
    }

    /** A fresh database of the shared MariaDB. */
    static Place mariadb() {
        MariaDbServer server = MariaDbServer.shared();
        String name = name();
        server.createDatabase(name);
        return new Place(server.jdbcUrl(name), Optional.of(server.user()), Optional.of(server.password()));
    }

    private static String name() {
        return "journal_" + UUID.randomUUID().toString().replace("-", "");
    }

    SqlJournals.Opened write(InstantSource clock) {
        return SqlJournals.open(url, user, password, clock, SqlJournals.Mode.WRITE);
    }

    SqlJournals.Opened read() {
        return SqlJournals.open(url, user, password, InstantSource.system(), SqlJournals.Mode.READ);
    }

    /** Not prepared as the journal would, but as anybody would log in. */
    Jdbi jdbi() {
        return user.isPresent()
                ? Jdbi.create(url, user.get(), password.orElseThrow().reveal(value -> value))
                : Jdbi.create(url);
    }

    Connector connector(Dialect dialect) {
        return new Connector(new Address(url, user, password), dialect, new Properties());
    }

    void execute(String statement) {
        jdbi().useHandle(handle -> handle.execute(statement));
    }

    /** Executes {@code statement}, whose connection may end with it. */
    void tryTo(String statement) {
        try {
            execute(statement);
        } catch (JdbiException _) {
            // expected of a statement that ends all connections
        }
    }
}
