package dev.koshin.target.sqlrow;

import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** One real PostgreSQL for all tests of this package; it ends with the test JVM. */
final class Postgres {
    private Postgres() {}

    static Connection owner() throws SQLException {
        return Holder.SERVER.getPostgresDatabase().getConnection();
    }

    static String url() {
        return "jdbc:postgresql://localhost:" + Holder.SERVER.getPort() + "/postgres";
    }

    static SqlDatabaseOptions options() {
        return SqlDatabaseOptions.of(url(), "postgres", () -> new Effect.Done<>(Secret.of("postgres")));
    }

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new IllegalStateException("PostgreSQL did not start", e);
            }
        }
    }
}
