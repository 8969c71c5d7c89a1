package dev.koshin.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.fault.Effect;
import dev.koshin.simulator.fault.Fault;
import dev.koshin.simulator.fault.When;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Renewing and retiring. */
final class RenewTest {
    private static final String TOKENS = "/api/v4/users/\\d+/personal_access_tokens";

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

    private void refused(String method, String path) {
        long _ = site.gitlab()
                .addFault(Fault.always(method, path, When.BEFORE, new Effect.Status(403, Optional.empty(), Map.of())));
    }

    @Test
    void a_dry_run_writes_nothing() throws SQLException {
        String before = site.value(2);
        assertThat(site.koshin("renew", "--all", "--dry-run").exits(Exit.OK).out())
                .contains("5 to renew");
        assertThat(site.koshin("renew", "--all", "--dry-run", "-o", "json")
                        .exits(Exit.OK)
                        .json()
                        .path("renew")
                        .asInt())
                .isEqualTo(5);
        assertThat(site.path("koshin.db")).doesNotExist();
        assertThat(site.writes()).isEmpty();
        assertThat(site.value(2)).isEqualTo(before);
    }

    @Test
    void renewing_all_says_what_was_done_and_proves_it() throws SQLException {
        String before = site.value(2);
        String text = site.koshin("renew", "--all", "--yes").exits(Exit.OK).out();
        assertThat(text)
                .contains("5 to renew, 0 to retire")
                .contains(Site.DUE + ": renewed and proven; the old token is not revoked before ")
                .contains("Proof: of 105 cells in ", ", 5 changed, and these only: GITLAB_TOKEN[")
                .contains("0 renewed, 5 waiting for the end of their grace, 0 failed, 0 parked.")
                .contains("Run koshin retire after that")
                .doesNotContain(before, site.value(2));
        assertThat(site.value(2)).isNotEqualTo(before);
        assertThat(site.koshin("status").out()).contains("in grace").doesNotContain("Stray");
    }

    @Test
    void renewing_is_one_json_object_with_these_keys() {
        Ran renewed = site.koshin("renew", "--all", "--yes", "-o", "json").exits(Exit.OK);
        JsonNode json = renewed.json();
        assertThat(renewed.err()).isEmpty();
        assertThat(json.propertyNames())
                .containsExactly("renewed", "waiting", "failed", "parked", "credentials", "proof");
        assertThat(json.path("waiting").asInt()).isEqualTo(5);
        assertThat(json.path("credentials").path(0).propertyNames())
                .containsExactly("name", "outcome", "tokenId", "fingerprint", "retireAfter", "waitingFor", "heldBy");
        assertThat(json.path("proof").path(0).propertyNames())
                .containsExactly("place", "cells", "changed", "changedByOthers");
        assertThat(json.path("proof").path(0).path("changed").size()).isEqualTo(5);
    }

    @Test
    void what_is_not_due_is_left_alone() {
        Ran _ = site.koshin("renew", Site.DUE, "--yes", "--retire-now").exits(Exit.OK);
        Ran again = site.koshin("renew", Site.DUE, "--yes").exits(Exit.OK);
        assertThat(again.out()).isEqualTo("Nothing is due.\n");
        assertThat(site.koshin("renew", Site.DUE, "--yes", "-o", "json")
                        .exits(Exit.OK)
                        .json()
                        .path("credentials")
                        .isEmpty())
                .isTrue();
        assertThat(site.koshin("renew", Site.DUE, "--yes", "--force")
                        .exits(Exit.OK)
                        .out())
                .contains("forced", "1 waiting");
    }

    @Test
    void retiring_waits_for_the_end_of_the_grace_and_says_so() {
        Ran _ = site.koshin("renew", Site.DUE, "--yes").exits(Exit.OK);
        assertThat(site.koshin("retire").exits(Exit.OK).out())
                .contains("0 renewed, 0 waiting")
                .doesNotContain("was last used");
        assertThat(site.koshin("retire", Site.DUE).exits(Exit.OK).out())
                .contains(Site.DUE + ": nothing to do (in grace)");
        assertThat(site.writes()).noneMatch(write -> write.startsWith("DELETE"));
    }

    @Test
    void retiring_now_revokes_the_old_token() {
        Ran _ = site.koshin("renew", Site.DUE, "--yes").exits(Exit.OK);
        assertThat(site.koshin("retire", "--retire-now").exits(Exit.OK).out())
                .contains(Site.DUE + ": renewed and proven; the old token works no longer", "1 renewed");
        assertThat(site.writes()).contains("DELETE /api/v4/personal_access_tokens/3");
        assertThat(site.koshin("status", "--check", Site.DUE).exits(Exit.OK).out())
                .contains("fresh");
    }

    @Test
    void renewing_with_retire_now_shows_in_its_plan_what_it_retires() {
        Ran _ = site.koshin("renew", Site.DUE, "--yes").exits(Exit.OK);
        assertThat(site.koshin("renew", Site.DUE, "--retire-now", "--yes")
                        .exits(Exit.OK)
                        .out())
                .contains("0 to renew, 1 to retire", "1 renewed")
                .doesNotContain("Nothing is due");
    }

    @Test
    void without_grace_one_run_does_it_all() throws IOException {
        site.configure("policy: { grace: 0s }\n");
        JsonNode json = site.koshin("renew", Site.DUE, "--yes", "-o", "json")
                .exits(Exit.OK)
                .json();
        JsonNode one = json.path("credentials").path(0);
        assertThat(one.propertyNames()).containsExactly("name", "outcome", "tokenId", "fingerprint", "revoked");
        assertThat(one.path("outcome").asString()).isEqualTo("finished");
        assertThat(one.path("revoked").path(0).asInt()).isEqualTo(3);
    }

    @Test
    void a_failure_says_until_when_the_token_in_use_works() {
        refused("POST", TOKENS);
        assertThat(site.koshin("renew", Site.DUE, "--yes").exits(Exit.FAILED).out())
                .contains(
                        Site.DUE + ": failed[gitlab-refused]: GitLab refused: POST ",
                        "  What to do: The text in brackets")
                .contains("Proof: none of the 105 cells in ")
                .containsPattern("The token in use so far still works until \\S+ \\S+ \\S+\\.")
                .contains("0 renewed, 0 waiting for the end of their grace, 1 failed, 0 parked.");
    }

    @Test
    void a_failure_does_not_call_an_expired_token_alive() {
        refused("POST", TOKENS);
        assertThat(site.koshin("renew", Site.EXPIRED, "--yes")
                        .exits(Exit.FAILED)
                        .out())
                .contains("The token in use so far has expired.")
                .doesNotContain("still works");
        assertThat(site.japanese("renew", Site.EXPIRED, "--yes")
                        .exits(Exit.FAILED)
                        .out())
                .contains("失敗[gitlab-refused]: GitLab が拒否しました", "これまでのトークンは期限切れです。");
    }

    @Test
    void a_failed_revocation_does_not_call_the_old_token_alive() {
        refused("DELETE", "/api/v4/personal_access_tokens/\\d+");
        Ran stopped = site.koshin("renew", Site.DUE, "--yes", "--retire-now").exits(Exit.FAILED);
        assertThat(stopped.out())
                .contains("No working token was taken away from any place.")
                .doesNotContain("still works");
    }

    @Test
    void a_failure_in_json_has_a_reason() {
        refused("POST", TOKENS);
        JsonNode json = site.koshin("renew", Site.DUE, "--yes", "-o", "json")
                .exits(Exit.FAILED)
                .json();
        assertThat(json.path("credentials").path(0).propertyNames())
                .containsExactly("name", "outcome", "reason", "details");
        assertThat(json.path("credentials").path(0).path("reason").asString()).isEqualTo("gitlab-refused");
    }

    @Test
    void too_many_failures_stop_the_run() {
        refused("POST", TOKENS);
        assertThat(site.koshin("renew", "--all", "--yes", "--max-failures", "1")
                        .exits(Exit.FAILED)
                        .out())
                .contains("5 failed", "Not begun: the run stopped after failures (limit 1)");
    }

    @Test
    void retiring_while_gitlab_is_down_is_a_failure() {
        Ran _ = site.koshin("renew", Site.DUE, "--yes").exits(Exit.OK);
        site.close();
        assertThat(site.koshin("retire").exits(Exit.FAILED).out())
                .contains(Site.DUE + ": failed[gitlab-unreachable]: GitLab cannot be reached");
    }

    @Test
    void the_last_use_of_the_old_token_is_shown_before_it_goes() {
        Ran _ = site.koshin("renew", Site.DUE, "--yes").exits(Exit.OK);
        String line = Site.DUE + ": the old token (id ";
        assertThat(site.koshin("status", Site.DUE).exits(Exit.OK).out()).contains(line, ") was last used 20");
        JsonNode leaving = site.koshin("status", Site.DUE, "-o", "json")
                .exits(Exit.OK)
                .json()
                .path("credentials")
                .path(0)
                .path("leaving")
                .path(0);
        assertThat(leaving.propertyNames()).containsExactly("tokenId", "lastUsed");
        assertThat(site.koshin("retire", Site.DUE, "--retire-now")
                        .exits(Exit.OK)
                        .out())
                .contains(line);
        assertThat(site.koshin("status", Site.DUE).exits(Exit.OK).out()).doesNotContain("was last used");
    }
}
