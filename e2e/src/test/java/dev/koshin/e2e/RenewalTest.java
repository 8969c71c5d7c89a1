package dev.koshin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The manual's five organizations, from the first look to the last revocation. */
final class RenewalTest {
    private static final int MOST_CALLS = 5;

    @TempDir
    private Path folder;

    private Manual manual;

    @BeforeEach
    void start() throws IOException, SQLException {
        manual = Manual.start(folder, "0s");
    }

    @AfterEach
    void stop() {
        manual.close();
    }

    @Test
    void plan_says_what_it_would_do_and_writes_nothing_anywhere() throws SQLException {
        Rows before = Rows.of(manual.lab());

        JsonNode plan = manual.json(0, "plan");

        assertThat(plan.path("renew").asInt()).isEqualTo(5);
        assertThat(folder.resolve("koshin.db")).doesNotExist();
        assertThat(Rows.of(manual.lab())).isEqualTo(before);
        assertThat(writes()).isEmpty();
    }

    @Test
    void status_shows_the_five_and_says_what_it_left_out() {
        JsonNode status = manual.json(0, "status");

        assertThat(status.path("credentials")
                        .valueStream()
                        .map(one -> one.path("name").asString()))
                .containsExactlyInAnyOrder(
                        Manual.name(1), Manual.name(2), Manual.name(3), Manual.name(4), Manual.name(5));
        assertThat(status.path("skipped").size()).isEqualTo(2);
        assertThat(manual.koshin(3, "status", "--check").stdout()).contains("test-org-01");
        assertThat(writes()).isEmpty();
    }

    @Test
    void doctor_warns_of_the_admins_token_that_expires_soon_and_of_workspaces_that_it_does_not_see() {
        JsonNode doctor = manual.json(3, "doctor");

        assertThat(doctor.path("checks")
                        .valueStream()
                        .flatMap(check -> check.path("problems").valueStream())
                        .map(problem -> problem.path("reason").asString()))
                .containsExactly(
                        "credential-broken", "admin-token-expires-soon", "rows-without-token", "workspaces-invisible");
        assertThat(writes()).isEmpty();
    }

    @Test
    void renew_changes_exactly_one_cell_of_each_organization_and_leaves_one_live_token() throws SQLException {
        Rows before = Rows.of(manual.lab());

        JsonNode renewed = manual.json(0, "renew", "--all", "--yes");

        assertThat(renewed.path("renewed").asInt()).isEqualTo(5);
        assertThat(Rows.of(manual.lab()).changes(before))
                .isEqualTo(manual.keys().stream()
                        .map(key -> new Rows.Cell(key, "GITLAB_TOKEN"))
                        .collect(Collectors.toSet()));
        manual.everyRowHoldsTheOnlyLiveToken();
        assertThat(manual.live(Manual.DELETED_USER)).hasSize(1);
        assertThat(renewed.path("proof").path(0).path("changed").size()).isEqualTo(5);
        assertThat(renewed.path("proof").path(0).path("changedByOthers").size()).isZero();
        assertThat(steps("Finished")).isEqualTo(5);
    }

    @Test
    void a_second_run_has_nothing_to_do_and_sends_nothing_that_writes() throws SQLException {
        manual.koshin(0, "renew", "--all", "--yes");
        Rows before = Rows.of(manual.lab());
        manual.lab().control().send("DELETE", "requests", "");

        JsonNode second = manual.json(0, "renew", "--all", "--yes");

        assertThat(second.path("credentials").size()).isZero();
        assertThat(writes()).isEmpty();
        assertThat(Rows.of(manual.lab())).isEqualTo(before);
    }

    @Test
    void a_renewal_of_a_live_token_costs_five_calls_at_most() {
        manual.koshin(0, "renew", "--all", "--yes");
        manual.lab().control().send("DELETE", "requests", "");

        manual.koshin(0, "renew", "--all", "--yes", "--force");

        JsonNode counters = manual.lab().control().get("counters");
        double perRenewal = counters.path("total").asDouble() / Manual.USERS.size();
        System.out.println("calls for 5 renewals: " + counters.path("byRoute") + ", " + perRenewal + " each");
        assertThat(perRenewal).isLessThanOrEqualTo(MOST_CALLS);
    }

    /** Requests that could have made or revoked a token. */
    private List<String> writes() {
        return manual.lab()
                .control()
                .get("requests")
                .valueStream()
                .filter(request ->
                        !Set.of("GET", "HEAD").contains(request.path("method").asString()))
                .map(JsonNode::toString)
                .toList();
    }

    private long steps(String step) {
        return manual.json(0, "history", "-n", "1000")
                .path("entries")
                .valueStream()
                .filter(entry -> entry.path("step").asString().equals(step))
                .count();
    }
}
