package dev.koshin.journal.sql;

import dev.koshin.model.Secret;
import dev.koshin.servers.MariaDbServer;
import dev.koshin.servers.PostgresServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

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
}
