package dev.koshin.target.sqlrow;

import dev.koshin.database.DatabaseOptions;
import dev.koshin.database.client.ClientOptions;
import dev.koshin.database.jdbc.JdbcOptions;
import dev.koshin.model.Secret;
import dev.koshin.process.Inside;
import dev.koshin.process.Programs;
import dev.koshin.servers.PretendedEngine;
import dev.koshin.spi.Effect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The ways into the real MariaDB. */
enum Way {
    JDBC {
        @Override
        DatabaseOptions options(
                String database, String user, Supplier<Effect<Secret>> password, Duration statement, int port) {
            String url = "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
            return new JdbcOptions(url, user, password, JdbcOptions.CONNECT_TIMEOUT, statement, 8);
        }

        @Override
        String location(int port) {
            return "127.0.0.1:" + port;
        }
    },

    CLIENT {
        @Override
        DatabaseOptions options(
                String database, String user, Supplier<Effect<Secret>> password, Duration statement, int port) {
            return ClientOptions.of(inside(port), user, password, new Programs(Map.of()))
                    .in(database)
                    .within(ClientOptions.START_TIMEOUT, statement);
        }

        @Override
        String location(int port) {
            return inside(port).name();
        }
    };

    private static final Map<Integer, PretendedEngine> ENGINES = new ConcurrentHashMap<>();

    private static Inside inside(int port) {
        PretendedEngine engine =
                ENGINES.computeIfAbsent(port, one -> PretendedEngine.of(one, Path.of("/nonexistent/socket")));
        return new Inside.Docker(engine.program(), "mariadb");
    }

    abstract DatabaseOptions options(
            String database, String user, Supplier<Effect<Secret>> password, Duration statement, int port);

    /** How problems name the server. */
    abstract String location(int port);

    DatabaseOptions options(String database, String user, Supplier<Effect<Secret>> password) {
        return options(database, user, password, JdbcOptions.STATEMENT_TIMEOUT, MariaDb.port());
    }

    DatabaseOptions options(String database) {
        return options(database, MariaDb.USER, MariaDb.password());
    }
}
