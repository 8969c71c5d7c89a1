package dev.koshin.exastro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.database.jdbc.JdbcOptions;
import dev.koshin.exastro.sample.ItaSchema;
import dev.koshin.exastro.sample.SampleOrganization;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo does: ITA's table in a SQLite file. */
final class SqliteOrganizationsTest {
    private static final Fingerprint FRESH = new Fingerprint("0123456789ab");

    @Test
    void the_demo_finds_and_renews_an_organization(@TempDir Path directory) throws SQLException {
        String url = "jdbc:sqlite:" + directory.resolve("ita.db");
        try (Connection connection = DriverManager.getConnection(url)) {
            ItaSchema schema = ItaSchema.on(connection);
            schema.create();
            schema.insert(List.of(SampleOrganization.live("demo", Secret.of("old"))));
        }
        try (ExastroOrganizations organizations =
                ExastroOrganizations.of(OrganizationsOptions.of(JdbcOptions.of(url, "", MariaDb.password())))) {
            assertThat(organizations.look()).isInstanceOf(Effect.Done.class);
            Organization demo =
                    ((Effect.Done<Found>) organizations.look()).value().live().getFirst();
            Target target = demo.targets().getFirst();
            assertThat(target.deliver(new Held.Value(Secret.of("old")), Secret.of("new")))
                    .isEqualTo(new Effect.Done<>(new Target.Receipt(target.name(), target.cell())));
            assertThat(demo.consumers().running(FRESH)).isEqualTo(new Effect.Done<>(new TreeSet<>()));
            assertThat(demo.consumers().apply(FRESH)).isEqualTo(new Effect.Done<>(List.of()));
        }
    }
}
