package dev.koshin.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.sql.SqlJournals;
import dev.koshin.journal.sql.SqlJournals.Mode;
import dev.koshin.simulator.Simulator;
import dev.koshin.simulator.SimulatorOptions;
import dev.koshin.simulator.seed.Seeds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens behind Koshin's back after its renewals have ended, as the commands tell it. */
final class DriftedTest {
    private static final String USER = Site.USERS.get(1);

    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void renewed() throws IOException, SQLException {
        site = Site.in(folder);
        Ran _ = site.koshin("renew", "--all", "--yes", "--force").exits(Exit.OK);
        Ran _ = site.koshin("retire", "--retire-now").exits(Exit.OK);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private JsonNode status(String... names) {
        String[] args = new String[names.length + 3];
        args[0] = "status";
        args[1] = "-o";
        args[2] = "json";
        System.arraycopy(names, 0, args, 3, names.length);
        return site.koshin(args).json();
    }

    private JsonNode due() {
        return status(Site.DUE).path("credentials").path(0);
    }

    private HttpResponse<String> ask(String method, String path, String body) throws IOException {
        URI uri = site.uri().resolve("/api/v4/" + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(uri)
                            .header("PRIVATE-TOKEN", site.seeded("root"))
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString(UTF_8));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private long user() {
        return site.gitlab().tokens().stream()
                .filter(token -> token.id() == due().path("tokenId").asLong())
                .findFirst()
                .orElseThrow()
                .userId();
    }

    /** The value of a new token of the user of the second organization. */
    private String byHand(int days) throws IOException {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(days);
        String body = ask(
                        "POST",
                        "users/" + user() + "/personal_access_tokens",
                        "{\"name\": \"by hand\", \"scopes\": [\"api\"], \"expires_at\": \"" + day + "\"}")
                .body();
        return JsonMapper.shared().readTree(body).path("token").asString();
    }

    private void saw(String version) {
        try (SqlJournals.Opened journal = SqlJournals.open(
                "jdbc:sqlite:" + site.path("koshin.db"),
                Optional.empty(),
                Optional.empty(),
                InstantSource.system(),
                Mode.READ)) {
            journal.saw(version, Instant.now().minus(Duration.ofDays(1)));
        }
    }

    @Test
    void nothing_is_told_as_long_as_nothing_happened() {
        JsonNode all = status();
        assertThat(all.path("credentials")).allSatisfy(line -> {
            assertThat(line.has("drift")).isFalse();
            assertThat(line.path("state").asString()).isEqualTo("fresh");
            assertThat(line.path("proven").path("tokenId")).isEqualTo(line.path("tokenId"));
        });
        assertThat(all.path("restored").isEmpty()).isTrue();
        assertThat(all.path("gone").isEmpty()).isTrue();
        assertThat(all.path("gitlab").path("version").asString()).startsWith("17.11");
    }

    @Test
    void a_lost_update_of_ita_is_healed() throws SQLException {
        long proven = due().path("tokenId").asLong();
        site.value(2, site.seeded(USER));
        assertThat(due().path("drift").asString()).isEqualTo("put-back");
        assertThat(site.koshin("status").exits(Exit.OK).out())
                .contains(Site.DUE + ": an older value was put back after token " + proven)
                .doesNotContain("Stray");
        assertThat(site.japanese("status").exits(Exit.OK).out()).contains("古い値に戻されました");
        Ran _ = site.koshin("renew", "--all", "--yes").exits(Exit.OK);
        Ran _ = site.koshin("retire", "--retire-now").exits(Exit.OK);
        assertThat(due().path("state").asString()).isEqualTo("fresh");
        assertThat(site.gitlab().tokens())
                .filteredOn(token -> token.userId() == user() && token.active())
                .as("the one that nobody held is gone, too")
                .singleElement()
                .satisfies(token -> assertThat(token.id()).isGreaterThan(proven));
    }

    @Test
    void a_restored_database_is_told_once_and_healed() throws SQLException {
        for (int i = 2; i <= 4; i++) {
            site.value(i, site.seeded(Site.USERS.get(i - 1)));
        }
        JsonNode all = status();
        assertThat(all.path("restored").size()).isEqualTo(1);
        assertThat(all.path("restored").iterator().next().asInt()).isEqualTo(3);
        assertThat(site.koshin("status").exits(Exit.OK).out()).contains("3 credentials hold older values in ");
        assertThat(site.koshin("renew", "--all", "--yes").exits(Exit.OK).out()).contains("3 waiting");
        assertThat(status().path("restored").isEmpty()).isTrue();
    }

    @Test
    void a_token_made_by_hand_is_left_alone_and_adopted() throws IOException, SQLException {
        long proven = due().path("tokenId").asLong();
        String value = byHand(300);
        site.value(2, value);
        assertThat(due().path("drift").asString()).isEqualTo("made-by-hand");
        assertThat(site.koshin("status", "--check").exits(Exit.OK).out())
                .contains("made by hand", "koshin adopt NAME", "It works; Koshin leaves it alone.");
        assertThat(site.koshin("renew", "--all", "--yes").exits(Exit.OK).out()).contains("Nothing is due");
        assertThat(site.value(2)).isEqualTo(value);
        int before = site.writes().size();
        assertThat(site.koshin("adopt", Site.DUE, "--dry-run").exits(Exit.OK).out())
                .contains(Site.DUE + ": adopts token ", "\"by hand\"");
        assertThat(due().path("drift").asString()).isEqualTo("made-by-hand");
        Ran _ = site.koshin("adopt", Site.DUE).exits(Exit.USAGE);
        Ran adopted = site.koshin("adopt", Site.DUE, "--yes").exits(Exit.OK);
        assertThat(adopted.out()).contains(Site.DUE + ": adopted: token ", "Token " + proven + ", which Koshin");
        assertThat(site.writes()).as("nothing at GitLab").hasSize(before);
        assertThat(site.value(2)).isEqualTo(value);
        assertThat(due().has("drift")).isFalse();
        assertThat(due().path("state").asString()).isEqualTo("fresh");
        assertThat(site.koshin("history", Site.DUE).out()).contains("Adopted", "credential=" + Site.DUE);
        JsonNode again = site.koshin("adopt", Site.DUE, "--yes", "-o", "json")
                .exits(Exit.OK)
                .json();
        assertThat(again.path("credentials").path(0).path("outcome").asString()).isEqualTo("not-needed");
    }

    @Test
    void one_that_is_replaced_lives_on() throws IOException, SQLException {
        String value = byHand(300);
        site.value(2, value);
        assertThat(site.koshin("renew", Site.DUE, "--yes", "--replace")
                        .exits(Exit.OK)
                        .out())
                .contains("1 waiting");
        Ran _ = site.koshin("retire", "--retire-now").exits(Exit.OK);
        assertThat(site.value(2)).isNotEqualTo(value);
        assertThat(site.gitlab().tokens())
                .filteredOn(token -> token.name().equals("by hand"))
                .singleElement()
                .satisfies(token -> assertThat(token.active()).isTrue());
        assertThat(due().has("drift")).isFalse();
    }

    @Test
    void a_token_that_somebody_revoked_is_renewed() throws IOException {
        assertThat(ask(
                                "DELETE",
                                "personal_access_tokens/"
                                        + due().path("tokenId").asLong(),
                                "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(due().path("drift").asString()).isEqualTo("revoked");
        assertThat(site.koshin("status").exits(Exit.OK).out()).contains(Site.DUE + ": somebody revoked token ");
        assertThat(site.koshin("renew", "--all", "--yes").exits(Exit.OK).out()).contains("1 waiting");
    }

    @Test
    void a_deleted_user_waits_for_a_person() throws IOException {
        assertThat(ask("DELETE", "users/" + user() + "?hard_delete=true", "").statusCode())
                .isEqualTo(204);
        JsonNode gone = due();
        assertThat(gone.path("drift").asString()).isEqualTo("user-unusable");
        assertThat(gone.path("reason").asString()).isEqualTo("user-missing");
        assertThat(site.koshin("status").exits(Exit.OK).out())
                .contains("because its user is gone or blocked", "koshin resume NAME");
        assertThat(site.koshin("renew", "--all", "--yes").exits(Exit.PARKED).out())
                .contains(Site.DUE + ": parked[user-missing]");
    }

    @Test
    void a_blocked_user_parks_the_renewal() throws IOException {
        assertThat(ask("POST", "users/" + user() + "/block", "").statusCode()).isEqualTo(201);
        Ran parked = site.koshin("renew", Site.DUE, "--yes", "--force").exits(Exit.PARKED);
        assertThat(parked.out()).contains(": parked[user-blocked]");
        assertThat(ask("POST", "users/" + user() + "/unblock", "").statusCode()).isEqualTo(201);
        assertThat(site.koshin("resume", Site.DUE).exits(Exit.OK).out()).contains("renewed");
    }

    /** The one of before all renewals, with the same users and the same tokens as then. */
    @Test
    void a_restored_gitlab_is_told_once_and_healed() throws IOException, SQLException {
        try (Simulator restored = Simulator.start(
                SimulatorOptions.defaults().withSeed(Seeds.exastroManual(LocalDate.now(ZoneOffset.UTC))))) {
            site.write(
                    "koshin.yaml",
                    Files.readString(site.path("koshin.yaml"))
                            .replace(site.uri().toString(), restored.uri().toString()));
            assertThat(due().path("drift").asString()).isEqualTo("forgotten");
            assertThat(site.koshin("status").exits(Exit.OK).out())
                    .contains("GitLab does not know the proven tokens of 5 credentials")
                    .contains("Check first that gitlab.url leads to the right GitLab.");
            assertThat(site.koshin("renew", "--all", "--yes").exits(Exit.OK).out())
                    .contains("5 waiting");
            assertThat(due().has("drift")).isFalse();
            assertThat(restored.control().tokens())
                    .as("nothing that is not Koshin's was revoked")
                    .filteredOn(token -> token.revoked())
                    .isEmpty();
        }
    }

    @Test
    void a_dead_value_is_renewed_and_an_emptied_organization_is_named() throws IOException, SQLException {
        String value = byHand(300);
        long id = site.gitlab().tokens().stream()
                .filter(token -> token.name().equals("by hand"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(ask("DELETE", "personal_access_tokens/" + id, "").statusCode())
                .isEqualTo(204);
        site.value(2, value);
        assertThat(due().path("drift").asString()).isEqualTo("dead-value");
        assertThat(site.koshin("renew", "--all", "--yes").exits(Exit.OK).out()).contains("1 waiting");
        site.value(3, "");
        assertThat(site.koshin("status").exits(Exit.OK).out())
                .as("an organization without a token has no GitLab")
                .contains(
                        "Skipped: exastro/organization/test-org-03", "exastro/organization/test-org-03: Koshin proved");
    }

    @Test
    void an_unknown_value_waits_for_a_person() throws SQLException {
        site.value(2, "glpat-nobodyknowsthisvalue");
        assertThat(due().path("drift").asString()).isEqualTo("unknown-value");
        assertThat(site.koshin("status").exits(Exit.OK).out()).contains("a value there that GitLab does not know");
        assertThat(site.koshin("adopt", Site.DUE, "--yes").exits(Exit.PARKED).out())
                .contains("parked[adopted-not-live]");
    }

    @Test
    void a_deleted_organization_is_named_with_the_token_that_may_still_live() throws SQLException {
        long proven = due().path("tokenId").asLong();
        site.sql("DELETE FROM T_COMN_ORGANIZATION_DB_INFO WHERE ORGANIZATION_ID = 'test-org-02'");
        assertThat(status().path("gone").path(Site.DUE).path("tokenId").asLong())
                .isEqualTo(proven);
        assertThat(site.koshin("status").exits(Exit.OK).out())
                .contains(Site.DUE + ": Koshin proved token " + proven + " there on ");
        assertThat(status("exastro/organization/test-org-03").path("gone").isEmpty())
                .as("told by a look at all")
                .isTrue();
    }

    @Test
    void an_update_of_gitlab_is_told_after_somebody_has_seen_it() {
        saw("16.11.10");
        assertThat(site.koshin("status").out()).contains("to 16.11.10");
        Ran _ = site.koshin("doctor");
        assertThat(site.koshin("status").out())
                .contains("GitLab was updated from 16.11.10 to 17.11.", "Nothing to do.");
    }

    @Test
    void status_asks_no_more_than_before() {
        long before = site.gitlab().requestsSince(0).size();
        JsonNode _ = status();
        assertThat(site.gitlab().requestsSince(0).size() - before)
                .as("one list of tokens")
                .isLessThanOrEqualTo(2);
    }
}
