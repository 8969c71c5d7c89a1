package dev.koshin.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.sql.SqlJournals;
import dev.koshin.journal.sql.SqlJournals.Mode;
import dev.koshin.simulator.fault.Effect;
import dev.koshin.simulator.fault.Fault;
import dev.koshin.simulator.fault.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class DoctorTest {
    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void install() throws IOException, SQLException {
        site = Site.in(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    /** The check called {@code key}, which must have failed for {@code reason}. */
    private void fails(String key, String reason) {
        JsonNode check =
                check(site.koshin("doctor", "-o", "json").exits(Exit.FAILED).json(), key);
        assertThat(check.path("result").asString()).isEqualTo("failed");
        assertThat(check.path("problems").path(0).path("reason").asString()).isEqualTo(reason);
        assertThat(check.path("problems").path(0).propertyNames())
                .containsExactly("reason", "details", "message", "remedy");
    }

    private static JsonNode check(JsonNode json, String key) {
        return json.path("checks")
                .valueStream()
                .filter(check -> check.path("check").asString().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not in " + json));
    }

    /** The manual's root token expires in 14 days, which is a warning. */
    @Test
    void all_is_well_but_for_the_end_of_the_admin_token() {
        Ran text = site.koshin("doctor").exits(Exit.DUE);
        assertThat(text.out().lines().findFirst().orElseThrow())
                .isEqualTo("Broken already: exastro/organization/test-org-01. Time to renew: 6 of 6 tokens.");
        assertThat(text.out())
                .containsPattern("CHECK +RESULT +FOUND")
                .containsPattern("configuration +ok")
                .containsPattern("journal +ok +jdbc:sqlite:\\S+: durable and writable")
                .containsPattern("GitLab +ok +http://\\S+, version 17\\.11")
                .containsPattern("admin token +warning +root \\(user id 1\\), scopes \\S+ \\S+ \\S+, expires \\d")
                .containsPattern("lifetime +ok +365 days are asked for; how many GitLab allows is not known before")
                .containsPattern("clock +ok +differs by \\d s")
                .containsPattern("database +ok +.*: 105 cells read")
                .containsPattern("organizations +ok +5 live, 0 skipped")
                .containsPattern("rows deleted +ok +0,")
                .contains("credential-broken: A token has stopped working: exastro/organization/test-org-01")
                .contains("admin-token-expires-soon: The admin token expires soon: expires_at: ")
                .contains("What to do: Renew the root token before that day");
        assertThat(site.japanese("doctor").exits(Exit.DUE).out()).contains("管理者トークン", "注意", "正常");
        assertThat(site.writes()).isEmpty();
    }

    @Test
    void json_has_these_keys() {
        JsonNode json = site.koshin("doctor", "-o", "json").exits(Exit.DUE).json();
        assertThat(json.propertyNames()).containsExactly("breaks", "checks");
        assertThat(json.path("breaks").propertyNames())
                .containsExactly("credential", "days", "soon", "counted", "complete");
        assertThat(json.path("checks")
                        .valueStream()
                        .map(check -> check.path("check").asString()))
                .containsExactly(
                        "breaks",
                        "config",
                        "journal",
                        "journal-file",
                        "gitlab",
                        "admin",
                        "lifetime",
                        "clock",
                        "database",
                        "database-rights",
                        "organizations",
                        "rows-without-token",
                        "rows-repeated",
                        "rows-shared",
                        "rows-deleted",
                        "secret-files");
        assertThat(json.path("checks").path(0).propertyNames())
                .containsExactly("check", "result", "evidence", "problems");
    }

    @Test
    void a_gitlab_that_is_down_does_not_hide_the_other_checks() {
        site.close();
        fails("gitlab", "gitlab-unreachable");
        JsonNode json = site.koshin("doctor", "-o", "json").json();
        assertThat(check(json, "database").path("result").asString()).isEqualTo("ok");
        for (String unseen : List.of("breaks", "admin", "lifetime", "clock")) {
            assertThat(check(json, unseen).path("result").asString()).as(unseen).isEqualTo("unseen");
            assertThat(check(json, unseen)
                            .path("problems")
                            .path(0)
                            .path("reason")
                            .asString())
                    .isEqualTo("gitlab-unreachable");
        }
        assertThat(json.path("breaks").path("complete").asBoolean(true)).isFalse();
        assertThat(site.koshin("doctor").out())
                .startsWith("What breaks first could not be looked at.")
                .containsOnlyOnce("gitlab-unreachable: ");
    }

    @Test
    void what_breaks_first_is_told_with_its_day_as_soon_as_it_is_due() throws SQLException {
        site.sql("DELETE FROM T_COMN_ORGANIZATION_DB_INFO WHERE ORGANIZATION_ID = 'test-org-01'");
        JsonNode breaks =
                site.koshin("doctor", "-o", "json").exits(Exit.DUE).json().path("breaks");
        assertThat(breaks.path("credential").asString()).isIn(Site.DUE, "gitlab.admin");
        assertThat(breaks.path("instant").asString()).endsWith("T00:00:00Z");
        assertThat(breaks.path("days").asLong()).isBetween(1L, 60L);
        assertThat(breaks.path("counted").asInt()).isEqualTo(5);
        assertThat(site.koshin("doctor").out()).startsWith("First to break: ").contains("credential-breaks-soon: ");
    }

    @Test
    void rows_that_a_person_should_look_at() throws SQLException {
        site.sql("UPDATE T_COMN_ORGANIZATION_DB_INFO SET GITLAB_USER = NULL WHERE ORGANIZATION_ID = 'test-org-03'");
        site.sql("UPDATE T_COMN_ORGANIZATION_DB_INFO SET ORGANIZATION_ID = 'test-org-04'"
                + " WHERE ORGANIZATION_ID = 'test-org-05'");
        site.sql("UPDATE T_COMN_ORGANIZATION_DB_INFO SET DISUSE_FLAG = '1' WHERE ORGANIZATION_ID = 'test-org-01'");
        JsonNode json = site.koshin("doctor", "-o", "json").exits(Exit.DUE).json();
        assertThat(check(json, "rows-without-token").toString()).contains("rows-without-token", "test-org-03 [");
        assertThat(check(json, "rows-repeated").toString()).contains("\"test-org-04\"");
        assertThat(check(json, "rows-shared").path("result").asString()).isEqualTo("ok");
        assertThat(check(json, "rows-deleted").path("evidence").asString()).startsWith("1,");
    }

    @Test
    void a_secret_that_everybody_can_read_is_told_with_the_command_that_closes_it() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(site.path(".env"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(site.koshin("doctor").exits(Exit.DUE).out())
                .contains("secret-readable-by-all", "chmod 600 " + site.path(".env"), "(0644)");
        Files.setPosixFilePermissions(site.path(".env"), PosixFilePermissions.fromString("rw-------"));
        assertThat(site.koshin("doctor").exits(Exit.DUE).out()).doesNotContain("chmod 600 " + site.path(".env"));
    }

    @Test
    void an_admin_token_that_cannot_be_read() throws IOException {
        site.write(".env", "OTHER=1\n");
        fails("gitlab", "admin-token-unresolved");
        assertThat(site.koshin("doctor").out()).contains("GITLAB_ROOT_TOKEN", "is not set");
    }

    @Test
    void an_admin_token_that_gitlab_does_not_know() throws IOException {
        site.admin("glpat-nobodyknowsthisvalue");
        fails("gitlab", "admin-token-unknown");
    }

    @Test
    void an_admin_token_that_is_no_administrators() throws IOException {
        site.admin(site.seeded(Site.USERS.get(1)));
        fails("admin", "admin-not-admin");
    }

    @Test
    void a_gitlab_that_hides_its_version_is_a_warning() {
        for (String path : List.of("/metadata$", "/version$")) {
            site.gitlab()
                    .addFault(Fault.always(
                            "GET",
                            path,
                            When.BEFORE,
                            new Effect.Status(403, Optional.of("{\"message\":\"403 Forbidden\"}"), Map.of())));
        }
        assertThat(site.koshin("doctor").exits(Exit.DUE).out())
                .containsPattern("GitLab +warning +http://\\S+, version \\?")
                .contains("gitlab-version-unknown: GitLab does not tell its version: GET /api/v4/version");
    }

    @Test
    void an_admin_token_that_has_expired() {
        site.gitlab().advanceClock(Duration.ofDays(20));
        fails("gitlab", "admin-token-expired");
    }

    @Test
    void a_clock_that_differs_is_a_warning_with_the_seconds() {
        site.gitlab().advanceClock(Duration.ofMinutes(5));
        Ran text = site.koshin("doctor").exits(Exit.DUE);
        assertThat(text.out())
                .containsPattern("clock +warning +differs by (299|300|301) s")
                .containsPattern("This host's clock differs from GitLab's by (299|300|301) seconds");
    }

    @Test
    void a_table_that_is_missing() throws SQLException {
        site.sql("DROP TABLE T_COMN_ORGANIZATION_DB_INFO");
        fails("database", "target-table-missing");
    }

    @Test
    void a_table_that_lacks_the_column() throws SQLException {
        site.sql("ALTER TABLE T_COMN_ORGANIZATION_DB_INFO DROP COLUMN GITLAB_TOKEN");
        fails("database", "target-column-missing");
    }

    private void credential(String column) throws IOException {
        site.configure("""
                credentials:
                  ci/deploy:
                    issuer: { kind: gitlab-rest, user: deployer }
                    scopes: [api]
                    targets:
                      - kind: sql-row
                        url: "%s"
                        table: TOKENS
                        key: { NAME: deploy }
                        column: %s
                """.formatted(site.jdbcUrl(), column));
    }

    @Test
    void a_place_of_a_credential_is_checked() throws IOException, SQLException {
        site.sql("CREATE TABLE TOKENS (NAME VARCHAR(20) PRIMARY KEY, CONTENT VARCHAR(200))");
        site.sql("INSERT INTO TOKENS VALUES ('deploy', 'glpat-x')");
        credential("CONTENT");
        JsonNode place =
                check(site.koshin("doctor", "-o", "json").exits(Exit.DUE).json(), "place");
        assertThat(place.path("evidence").asString()).contains("TOKENS").doesNotContain("glpat-x");
        credential("MISSING");
        fails("place", "target-column-missing");
    }

    @Test
    void a_journal_that_another_one_is_writing() {
        try (SqlJournals.Opened _ = SqlJournals.open(
                "jdbc:sqlite:" + site.path("koshin.db"),
                Optional.empty(),
                Optional.empty(),
                InstantSource.system(),
                Mode.WRITE)) {
            fails("journal", "journal-in-use");
            assertThat(site.koshin("doctor").out())
                    .contains("(process " + ProcessHandle.current().pid() + ")");
            assertThat(site.koshin("renew", "--all", "--yes", "-o", "json")
                            .exits(Exit.FAILED)
                            .json()
                            .path("error")
                            .asString())
                    .isEqualTo("journal-in-use");
        }
    }

    @Test
    void a_journal_whose_folder_is_missing() throws IOException {
        site.configure("journal: { url: \"jdbc:sqlite:nowhere/koshin.db\" }\n");
        fails("journal", "journal-unavailable");
    }

    @Test
    void a_journal_whose_password_is_not_set_does_not_hide_the_other_checks() throws IOException {
        site.configure("""
                journal: { url: "jdbc:postgresql://127.0.0.1:1/koshin", user: u, password: { env: KOSHIN_NOT_SET } }
                """);
        fails("journal", "secret-unresolved");
    }
}
