package dev.koshin.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.journal.Entry;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.journal.Past;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.OldToken;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.servers.MariaDbServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaTest {
    private static final String NEWER = "INSERT INTO koshin_schema_history"
            + " SELECT 999, '999', description, type, script, checksum, installed_by, installed_on, execution_time, success"
            + " FROM koshin_schema_history WHERE version = '1'";

    @TempDir
    Path directory;

    private Stream<Place> places() {
        return Stream.of(Place.sqlite(directory), Place.postgres(), Place.mariadb());
    }

    @Test
    void knowsItsNewestMigration() throws IOException, URISyntaxException {
        for (Dialect dialect : Dialect.values()) {
            Path folder = Path.of(SchemaTest.class.getResource(dialect.folder()).toURI());
            try (Stream<Path> migrations = Files.list(folder)) {
                assertThat(migrations.map(file -> file.getFileName().toString()))
                        .as("and one in Java, the last one")
                        .hasSize(Schema.CURRENT - 1)
                        .anyMatch(name -> name.startsWith("V" + (Schema.CURRENT - 1) + "__"));
            }
        }
    }

    @Test
    void refusesAJournalOfANewerVersion() {
        places().forEach(place -> {
            place.write(InstantSource.system()).close();
            place.execute(NEWER);
            Problem problem = Problem.of(Reason.JOURNAL_NEWER, place.url(), "999");
            assertThatThrownBy(() -> place.write(InstantSource.system()))
                    .isInstanceOfSatisfying(
                            JournalUnavailable.class,
                            e -> assertThat(e.problem()).isEqualTo(problem));
            assertThatThrownBy(place::read)
                    .isInstanceOfSatisfying(
                            JournalUnavailable.class,
                            e -> assertThat(e.problem()).isEqualTo(problem));
        });
    }

    /** As 0.1.0 left it: nothing was added up, and what was known does not say since when. */
    @Test
    void goesOnWithAJournalOfTheFirstVersion() {
        places().forEach(place -> {
            CredentialName name = Samples.credential();
            RenewalId id = RenewalId.random(Samples.RANDOM);
            OldToken old = new OldToken(Optional.empty(), new Fingerprint("00000000000e"));
            TokenRef fresh = new TokenRef(new TokenId(9), new Fingerprint("000000000009"));
            Instant at = Instant.parse("2026-11-24T00:00:00.123Z");
            try (SqlJournals.Opened journal = place.write(() -> at)) {
                journal.release(
                        Samples.granted(journal, name),
                        List.of(
                                new Entry.Started(id, name, List.of(old), "due"),
                                new Entry.Proven(id, fresh, new TreeSet<>()),
                                new Entry.Finished(id)));
            }
            place.execute("DROP TABLE koshin_past");
            place.execute("DROP TABLE koshin_gitlab");
            place.execute("DELETE FROM koshin_schema_history WHERE version IN ('2', '3')");
            Map<CredentialName, Past> pasts =
                    Map.of(name, new Past(Optional.of(new Past.Proof(fresh, at)), List.of(old)));
            try (SqlJournals.Opened reader = place.read()) {
                assertThat(reader.pasts()).isEqualTo(pasts);
                assertThat(reader.known()).isEmpty();
                assertThat(reader.server()).isEmpty();
                reader.saw("17.11.7", at);
                assertThat(reader.history(Set.of(), 10)).hasSize(3);
            }
            try (SqlJournals.Opened journal = place.write(() -> at)) {
                assertThat(journal.pasts()).isEqualTo(pasts);
                assertThat(journal.server()).isEmpty();
            }
        });
    }

    @Test
    void migratesNothingWhenOpenedToRead() {
        Stream.of(Place.postgres(), Place.mariadb()).forEach(place -> {
            try (SqlJournals.Opened journal = place.read()) {
                assertThat(journal.unfinished()).isEmpty();
                assertThat(journal.known()).isEmpty();
            }
            assertThatThrownBy(() -> place.execute("SELECT 1 FROM koshin_entry"))
                    .hasMessageContaining("koshin_entry");
        });
    }

    @Test
    void sharesADatabaseWithOtherTables() {
        places().forEach(place -> {
            place.execute("CREATE TABLE somebody_elses (x INT)");
            worksTwice(place);
        });
    }

    @Test
    void finishesAFirstMigrationThatWasCutOffWhereTablesCannotBeUndone() {
        Place place = Place.mariadb();
        place.write(InstantSource.system()).close();
        place.execute("DROP TABLE koshin_schema_history");
        place.execute("DROP TABLE koshin_lease");
        worksTwice(place);
    }

    @Test
    void goesOnAfterTheServerCutItsConnections() {
        cut(
                Place.postgres(),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        cut(Place.mariadb(), "KILL USER '" + MariaDbServer.shared().user() + "'");
    }

    private static void cut(Place place, String statement) {
        try (SqlJournals.Opened journal = place.write(InstantSource.system())) {
            Samples.write(journal, Samples.credential());
            place.tryTo(statement);
            Samples.write(journal, Samples.credential());
            assertThat(journal.history(Set.of(), 10)).hasSize(2);
        }
    }

    /** The PostgreSQL of the tests is set to answer before it has written. */
    @Test
    void waitsForTheDiskWhateverPostgresWasSetTo() {
        Place place = Place.postgres();
        assertThat(setting(place.jdbi())).isEqualTo("off");
        assertThat(setting(Jdbi.create(place.connector(Dialect.POSTGRESQL)))).isEqualTo("on");
    }

    private static String setting(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("SHOW synchronous_commit")
                .mapTo(String.class)
                .one());
    }

    private static void worksTwice(Place place) {
        for (int times = 1; times <= 2; times++) {
            try (SqlJournals.Opened journal = place.write(InstantSource.system())) {
                Samples.write(journal, Samples.credential());
                assertThat(journal.history(Set.of(), 10)).hasSize(times);
            }
        }
    }
}
