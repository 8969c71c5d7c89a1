package dev.koshin.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Secret;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The way back, with a key pair that age-keygen made for these tests. */
final class RollbackTest {
    private static final String RECIPIENT = "age1apm53hh8mf3sx085razvfxfw4udd5tq0yv58xt8qep5rcffhnqtqtn955s";
    private static final String KEY = "AGE-SECRET-KEY-12HE5DGV7R2K3VCPXRZSFN24ZZPVPASHMKG42J95GQCL035ZEULNQC7QY40";
    private static final String OTHER_KEY =
            "AGE-SECRET-KEY-1Y2YVQ4A2X87VC5RY69NQMTEE944ASMHA5TKLNDA09U5U3H6JNF9S9ZZ350";
    private static final String USER = Site.USERS.get(1);

    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void install() throws IOException, SQLException {
        site = Site.in(folder);
        site.configure("backup: { recipient: " + RECIPIENT + " }\n");
        site.write("identity.txt", KEY + "\n");
        site.write("other.txt", OTHER_KEY + "\n");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Ran rollback(String identity, String... more) {
        return site.koshin(Stream.concat(
                        Stream.of(
                                "rollback",
                                Site.DUE,
                                "--identity",
                                site.path(identity).toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private void renewed() {
        Ran _ = site.koshin("renew", Site.DUE, "--yes").exits(Exit.OK);
    }

    private String row() throws SQLException {
        return site.value(2);
    }

    private boolean works(String token) {
        String print = Secret.of(token).fingerprint().value();
        return site.gitlab().tokens().stream().anyMatch(one -> one.fingerprint().equals(print) && one.active());
    }

    /** Somebody else, by hand. */
    private void revokeOld() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(site.uri().resolve("/api/v4/personal_access_tokens/3"))
                    .header("PRIVATE-TOKEN", site.seeded("root"))
                    .DELETE()
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(204);
        }
    }

    @Test
    void the_old_token_comes_back_and_the_new_one_goes() throws SQLException {
        renewed();
        String fresh = row();
        assertThat(fresh).isNotEqualTo(site.seeded(USER));
        assertThat(site.koshin("status").exits(Exit.OK).out()).contains("koshin rollback can put it back");

        assertThat(rollback("identity.txt", "--yes").exits(Exit.OK).out())
                .contains("puts the old token (id 3) back", "stays parked until koshin resume");

        assertThat(row()).isEqualTo(site.seeded(USER));
        assertThat(works(site.seeded(USER))).isTrue();
        assertThat(works(fresh)).isFalse();
        assertThat(site.path("koshin-backup")).isEmptyDirectory();
    }

    @Test
    void afterwards_it_is_not_renewed_at_once_but_when_a_person_says_so() throws SQLException {
        renewed();
        Ran _ = rollback("identity.txt", "--yes").exits(Exit.OK);

        assertThat(site.koshin("renew", Site.DUE, "--yes").exits(Exit.PARKED).out())
                .contains("rolled-back");
        assertThat(row()).isEqualTo(site.seeded(USER));

        assertThat(site.koshin("resume", Site.DUE).exits(Exit.OK).out()).doesNotContain("stays parked");
        Ran _ = site.koshin("renew", Site.DUE, "--yes").exits(Exit.OK);
        assertThat(row()).isNotEqualTo(site.seeded(USER));
    }

    @Test
    void a_dry_run_tells_and_changes_nothing() throws SQLException {
        renewed();
        String fresh = row();
        JsonNode plan = rollback("identity.txt", "--dry-run", "-o", "json")
                .exits(Exit.OK)
                .json();
        assertThat(plan.path("name").asString()).isEqualTo(Site.DUE);
        assertThat(plan.path("tokenId").asLong()).isEqualTo(3);
        assertThat(plan.path("revokes")).hasSize(1);
        assertThat(row()).isEqualTo(fresh);
        assertThat(works(fresh)).isTrue();
    }

    @Test
    void without_a_terminal_it_wants_a_yes() throws SQLException {
        renewed();
        String fresh = row();
        assertThat(rollback("identity.txt").exits(Exit.USAGE).err()).contains("--yes");
        assertThat(row()).isEqualTo(fresh);
    }

    @Test
    void another_key_opens_nothing() throws SQLException {
        renewed();
        String fresh = row();
        assertThat(rollback("other.txt", "--yes").exits(Exit.FAILED).err()).contains("error[identity-unfit]");
        assertThat(rollback("missing.txt", "--yes").exits(Exit.FAILED).err()).contains("error[identity-unusable]");
        assertThat(row()).isEqualTo(fresh);
    }

    @Test
    void it_is_too_late_when_the_old_token_is_retired_and_retire_says_so_before() throws SQLException {
        renewed();
        assertThat(site.koshin("retire", "--retire-now").exits(Exit.OK).out()).contains("cannot be put back any more");
        assertThat(rollback("identity.txt", "--yes").exits(Exit.FAILED).err()).contains("error[rollback-too-late]");
    }

    @Test
    void nothing_is_kept_of_a_renewal_without_a_backup() throws IOException {
        site.configure("");
        renewed();
        assertThat(rollback("identity.txt", "--yes").exits(Exit.FAILED).err()).contains("error[backup-not-configured]");
        site.configure("backup: { recipient: " + RECIPIENT + " }\n");
        assertThat(rollback("identity.txt", "--yes").exits(Exit.FAILED).err()).contains("error[rollback-nothing-kept]");
    }

    @Test
    void a_dead_old_token_is_not_put_back() throws IOException, InterruptedException, SQLException {
        renewed();
        String fresh = row();
        revokeOld();
        assertThat(rollback("identity.txt", "--yes").exits(Exit.FAILED).out()).contains("rollback-token-dead");
        assertThat(row()).isEqualTo(fresh);
    }

    @Test
    void what_cannot_be_sealed_is_not_renewed() throws IOException, SQLException {
        Files.writeString(site.path("koshin-backup"), "a file where the folder should be");
        assertThat(site.koshin("renew", Site.DUE, "--yes").exits(Exit.FAILED).out())
                .contains("backup-unusable");
        assertThat(row()).isEqualTo(site.seeded(USER));
    }

    @Test
    void json_says_what_was_revoked() {
        renewed();
        JsonNode one = rollback("identity.txt", "--yes", "-o", "json")
                .exits(Exit.OK)
                .json()
                .path("credentials")
                .get(0);
        assertThat(one.path("outcome").asString()).isEqualTo("rolled-back");
        assertThat(one.path("tokenId").asLong()).isEqualTo(3);
        assertThat(one.path("revoked")).hasSize(1);
    }

    @Test
    void a_secret_key_in_the_configuration_is_refused_and_not_shown() throws IOException {
        site.configure("backup: { recipient: " + KEY + " }\n");
        assertThat(site.koshin("status").exits(Exit.USAGE).err())
                .contains("is the secret key")
                .doesNotContain(KEY);
    }
}
