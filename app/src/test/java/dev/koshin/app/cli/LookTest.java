package dev.koshin.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The commands that only look. */
final class LookTest {
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

    @Test
    void status_shows_every_credential() {
        String text = site.koshin("status").exits(Exit.OK).out();
        assertThat(text.lines().toList()).hasSize(7);
        assertThat(text.lines().findFirst().orElseThrow())
                .matches("CREDENTIAL +USER +SCOPES +EXPIRES +STATE +PLACES +NEXT");
        assertThat(text.lines().toList().get(1)).matches("\\S+test-org-01  ITA_ORG_\\S+  - +- +expired +1 +now");
        assertThat(text.lines().toList().get(2))
                .matches("\\S+test-org-02  ITA_ORG_\\S+  api +\\S+ \\S+ \\S+ \\(in \\d days\\) +due +1 +now");
        assertThat(text).endsWith("Credentials: 5, to renew: 5, to decide: 0.\n");
    }

    @Test
    void status_speaks_japanese() {
        String text = site.japanese("status").exits(Exit.OK).out();
        assertThat(text).contains("資格情報", "期限切れ", "更新時期", "今すぐ", "資格情報 5 件、更新が必要 5 件、判断が必要 0 件。");
    }

    @Test
    void status_of_one_credential_leaves_out_the_others() {
        assertThat(site.koshin("status", Site.DUE).exits(Exit.OK).out())
                .contains("test-org-02")
                .doesNotContain("test-org-01");
    }

    @Test
    void status_is_one_json_object_with_these_keys() {
        JsonNode json = site.koshin("status", "-o", "json").exits(Exit.OK).json();
        assertThat(json.propertyNames()).containsExactly("credentials", "skipped", "restored", "gone", "waysBack");
        JsonNode due = json.path("credentials").path(1);
        assertThat(due.propertyNames())
                .containsExactly(
                        "name",
                        "user",
                        "state",
                        "action",
                        "tokenId",
                        "scopes",
                        "expires",
                        "daysLeft",
                        "lastUsed",
                        "next",
                        "places",
                        "issuers",
                        "restarts",
                        "restartsLater",
                        "strays",
                        "leaving");
        assertThat(due.path("name").asString()).isEqualTo(Site.DUE);
        assertThat(due.path("state").asString()).isEqualTo("due");
        assertThat(due.path("action").asString()).isEqualTo("renew");
        assertThat(due.path("places").path(0).propertyNames()).containsExactly("name", "fingerprint");
        JsonNode expired = json.path("credentials").path(0);
        assertThat(expired.propertyNames())
                .containsExactly(
                        "name",
                        "user",
                        "state",
                        "action",
                        "places",
                        "issuers",
                        "restarts",
                        "restartsLater",
                        "strays",
                        "leaving");
        assertThat(expired.path("state").asString()).isEqualTo("expired");
    }

    @Test
    void a_check_ends_with_3_while_something_is_due() {
        Ran _ = site.koshin("status", "--check").exits(Exit.DUE);
        Ran _ = site.koshin("plan", "--check").exits(Exit.DUE);
        Ran _ = site.koshin("renew", "--all", "--yes").exits(Exit.OK);
        Ran _ = site.koshin("status", "--check").exits(Exit.OK);
        Ran _ = site.koshin("plan", "--check").exits(Exit.OK);
    }

    @Test
    void a_look_fails_when_gitlab_is_down_and_says_why() {
        site.close();
        Ran _ = site.koshin("status").exits(Exit.FAILED);
        Ran status = site.koshin("status", "--check").exits(Exit.FAILED);
        assertThat(status.out()).contains("unreadable", "GitLab cannot be reached:", "What to do: Check gitlab.url");
        assertThat(site.japanese("plan").exits(Exit.FAILED).out()).contains("GitLab に接続できません", "対処:");
    }

    @Test
    void plan_shows_what_is_due_and_writes_nothing() throws SQLException {
        String before = site.value(1);
        assertThat(site.koshin("plan").exits(Exit.OK).out())
                .contains("5 to renew, 0 to retire, 0 for a person to decide.", "No service is stopped");
        JsonNode json = site.koshin("plan", "-o", "json").exits(Exit.OK).json();
        assertThat(json.propertyNames()).containsExactly("renew", "retire", "decide", "credentials");
        assertThat(json.path("renew").asInt()).isEqualTo(5);
        assertThat(site.path("koshin.db")).doesNotExist();
        assertThat(site.writes()).isEmpty();
        assertThat(site.value(1)).isEqualTo(before);
    }

    @Test
    void plan_says_what_a_person_has_to_decide_and_how() throws SQLException {
        site.value(2, "glpat-nobodyknowsthisvalue");
        assertThat(site.koshin("plan", Site.DUE).exits(Exit.OK).out())
                .contains("decide", "a value that GitLab does not know", "koshin resume NAME --replace");
    }

    @Test
    void plan_with_force_renews_fresh_tokens_too() {
        Ran _ = site.koshin("renew", "--all", "--yes", "--retire-now").exits(Exit.OK);
        assertThat(site.koshin("plan").exits(Exit.OK).out()).isEqualTo("Nothing is due.\n");
        assertThat(site.koshin("plan", "--force").exits(Exit.OK).out()).contains("forced", "5 to renew");
    }

    @Test
    void history_is_empty_before_the_first_renewal() {
        Ran history = site.koshin("history").exits(Exit.OK);
        assertThat(history.out()).isEmpty();
        assertThat(history.err()).isEqualTo("The journal has no such entries.\n");
        assertThat(site.koshin("history", "-o", "json").json().path("entries").isEmpty())
                .isTrue();
        assertThat(site.path("koshin.db")).doesNotExist();
    }

    @Test
    void history_shows_each_step_and_no_value() throws SQLException {
        Ran _ = site.koshin("renew", Site.DUE, "--yes").exits(Exit.OK);
        Ran text = site.koshin("history").exits(Exit.OK);
        assertThat(text.out())
                .contains("Started", "credential=" + Site.DUE, "Issuing", "Delivered", "Proven", "RetireAfter")
                .doesNotContain(site.value(2));
        JsonNode json = site.koshin("history", Site.DUE, "-o", "json").json();
        assertThat(json.propertyNames()).containsExactly("entries");
        assertThat(json.path("entries").path(0).propertyNames())
                .containsExactly("sequence", "at", "fence", "renewal", "step", "credential", "why", "old");
        assertThat(site.koshin("history", Site.EXPIRED).out()).isEmpty();
        assertThat(site.koshin("history", "-n", "1").out().lines().toList()).hasSize(2);
    }
}
