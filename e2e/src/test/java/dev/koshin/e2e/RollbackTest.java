package dev.koshin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back by the shipped program, killed on its way too. */
final class RollbackTest {
    /** Made by age-keygen for these tests. */
    private static final String RECIPIENT = "age1apm53hh8mf3sx085razvfxfw4udd5tq0yv58xt8qep5rcffhnqtqtn955s";

    private static final String KEY = "AGE-SECRET-KEY-12HE5DGV7R2K3VCPXRZSFN24ZZPVPASHMKG42J95GQCL035ZEULNQC7QY40";
    private static final String NAME = Manual.name(2);
    private static final long USER = 3;

    /** They hold values because this test put them there. */
    private static final Set<String> BY_OTHERS = Set.of(".env", "seed.json");

    private static final List<Integer> MILLIS = List.of(300, 450, 550, 650, 750, 850, 1000);

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private Manual manual;

    @BeforeEach
    void start() throws IOException, SQLException {
        manual = Manual.start(folder, "1h");
        manual.lab()
                .configure(4, "1h", "{ url: \"jdbc:sqlite:koshin.db\" }", "backup: { recipient: " + RECIPIENT + " }");
        Files.writeString(elsewhere.resolve("identity.txt"), KEY + "\n");
    }

    @AfterEach
    void close() {
        manual.close();
    }

    private String[] rollback() {
        return new String[] {
            "rollback",
            NAME,
            "--yes",
            "--identity",
            elsewhere.resolve("identity.txt").toString()
        };
    }

    private String row() throws SQLException {
        return Rows.of(manual.lab()).token(manual.keys().get(1));
    }

    @Test
    void old_values_are_on_the_disk_sealed_only_and_the_row_gets_its_own_back() throws IOException, SQLException {
        String old = row();
        Child _ = manual.koshin(0, "renew", NAME, "--yes", "-v");
        String fresh = row();
        Leaks leaks = new Leaks(List.of(old, fresh));
        assertThat(leaks.in(folder, BY_OTHERS)).isEmpty();
        assertThat(folder.resolve("koshin-backup")).isNotEmptyDirectory();

        Child _ = manual.koshin(0, rollback());

        assertThat(row()).isEqualTo(old);
        assertThat(manual.live(USER)).extracting(Manual::fingerprint).containsExactly(Manual.fingerprint(old));
        assertThat(folder.resolve("koshin-backup")).isEmptyDirectory();
        assertThat(leaks.in(folder, BY_OTHERS)).isEmpty();
    }

    /** Wherever it dies: a live token in the row then, and the old one alone at the end. */
    @Test
    void killed_on_its_way_it_goes_on() throws SQLException {
        String old = row();
        for (int millis : MILLIS) {
            Child _ = manual.koshin(0, "renew", NAME, "--yes", "--force");
            Child koshin = manual.lab().koshin(rollback());
            boolean _ = koshin.endsWithin(Duration.ofMillis(millis));
            koshin.kill();
            assertThat(manual.live(USER))
                    .as("killed after %d ms", millis)
                    .extracting(Manual::fingerprint)
                    .contains(Manual.fingerprint(row()));
            assertThat(manual.lab().koshin(rollback()).exit())
                    .as("done now, or parked as it was done before the kill")
                    .isIn(0, 4);
            assertThat(row()).isEqualTo(old);
            assertThat(manual.live(USER)).extracting(Manual::fingerprint).containsExactly(Manual.fingerprint(old));
            Child _ = manual.koshin(0, "resume", NAME);
        }
    }
}
