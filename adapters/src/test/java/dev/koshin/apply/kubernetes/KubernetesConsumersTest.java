package dev.koshin.apply.kubernetes;

import static dev.koshin.target.Endings.done;
import static dev.koshin.target.Endings.refused;
import static dev.koshin.target.Endings.unclear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.kubernetes.Fault;
import dev.koshin.kubernetes.Said;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Deployments that must hold a new value. */
final class KubernetesConsumersTest {
    private static final Fingerprint FRESH = Stage.FRESH.fingerprint();
    private static final String LABEL = "Deployment exastro/ita-api-admin";

    private Stage stage;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new Stage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Problem failure() {
        return unclear(stage.consumers().apply(FRESH));
    }

    @Test
    void pods_with_the_old_value_are_replaced_and_the_new_ones_are_asked_what_they_hold() {
        assertThat(done(stage.consumers().apply(FRESH)))
                .containsExactly("ita-api-admin (2 pods, environment compared)");
        assertThat(stage.restarts()).isEqualTo(1);
        assertThat(stage.server().resources().get(Stage.DEPLOYMENT).path("spec").toString())
                .contains("restartedAt\":\"2026-03-01T10:00:30Z\"");
    }

    @Test
    void what_holds_the_new_value_already_is_not_restarted() {
        stage.run("old-1", Stage.FRESH, Instant.parse("2026-03-01T10:00:10Z"));
        stage.run("old-2", Stage.FRESH, Instant.parse("2026-03-01T10:00:10Z"));
        assertThat(done(stage.consumers().apply(FRESH)))
                .containsExactly("ita-api-admin (2 pods, environment compared)");
        assertThat(stage.restarts()).isZero();
    }

    @Test
    void a_restart_that_somebody_began_is_waited_for_and_not_begun_again() {
        assertThat(done(stage.consumers().apply(FRESH))).hasSize(1);
        stage.terminate("new-1");
        stage.later(() -> stage.server().resources().delete(Stage.PODS + "new-1"));
        assertThat(done(stage.consumers().apply(FRESH))).containsExactly("ita-api-admin (1 pod, environment compared)");
        assertThat(stage.restarts()).isEqualTo(1);
    }

    @Test
    void where_commands_in_pods_are_forbidden_the_restart_is_the_proof() {
        stage.server().forbid("get pods/exec");
        assertThat(done(stage.consumers().apply(FRESH)))
                .containsExactly("ita-api-admin (2 pods, start times compared)");
        assertThat(stage.server().heard())
                .filteredOn(one -> one.toString().contains("/exec"))
                .hasSize(1);
    }

    @Test
    void where_commands_in_pods_are_forbidden_pods_that_are_clearly_younger_are_not_restarted() {
        stage.server().forbid("get pods/exec");
        stage.run("old-1", Stage.FRESH, Stage.CHANGED.plusSeconds(61));
        stage.run("old-2", Stage.FRESH, Stage.CHANGED.plusSeconds(61));
        assertThat(done(stage.consumers().apply(FRESH)))
                .containsExactly("ita-api-admin (2 pods, start times compared)");
        assertThat(stage.restarts()).isZero();
    }

    @Test
    void where_commands_in_pods_are_forbidden_pods_that_are_hardly_younger_are_restarted() {
        stage.server().forbid("get pods/exec");
        stage.run("old-1", Stage.FRESH, Stage.CHANGED.plusSeconds(60));
        assertThat(done(stage.consumers().apply(FRESH))).hasSize(1);
        assertThat(stage.restarts()).isEqualTo(1);
    }

    @Test
    void where_nobody_noted_when_the_secret_changed_pods_are_restarted() {
        stage.server().forbid("get pods/exec");
        stage.server()
                .resources()
                .edit(Stage.SECRET, secret -> secret.withObject("/metadata").remove("managedFields"));
        assertThat(done(stage.consumers().apply(FRESH)))
                .containsExactly("ita-api-admin (2 pods, start times compared)");
        assertThat(stage.restarts()).isEqualTo(1);
    }

    @Test
    void a_deployment_that_is_scaled_to_zero_has_nothing_to_restart() {
        stage.server()
                .resources()
                .edit(Stage.DEPLOYMENT, one -> one.withObject("/spec").put("replicas", 0));
        assertThat(done(stage.consumers().apply(FRESH)))
                .containsExactly("ita-api-admin (scaled to 0, nothing to restart)");
        assertThat(stage.restarts()).isZero();
    }

    @Test
    void a_deployment_that_does_not_exist_has_nothing_to_restart_and_the_others_are_done() {
        assertThat(done(stage.consumers("ita-gone", "ita-api-admin").apply(FRESH)))
                .containsExactly(
                        "ita-gone (missing, nothing to restart)", "ita-api-admin (2 pods, environment compared)");
    }

    @Test
    void a_secret_without_the_new_value_restarts_nothing() {
        assertThat(refused(stage.consumers().apply(Stage.OLD.fingerprint())))
                .isEqualTo(Workloads.problem(
                        "Secret exastro/ita-secret-gitlab", "GITLAB_ROOT_TOKEN does not hold the new value"));
        assertThat(stage.restarts()).isZero();
    }

    @Test
    void a_deployment_that_takes_its_variable_from_elsewhere_is_refused() {
        stage.server()
                .resources()
                .edit(
                        Stage.DEPLOYMENT,
                        one -> one.withObject("/spec/template/spec")
                                .set("containers", JsonMapper.shared().readTree("""
                        [{"name":"a","env":[{"name":"GITLAB_ROOT_TOKEN","value":"fixed"}],
                          "envFrom":[{"secretRef":{"name":"ita-secret-gitlab"}}]}]""")));
        assertThat(refused(stage.consumers().apply(FRESH)))
                .isEqualTo(Workloads.problem(LABEL, "takes no GITLAB_ROOT_TOKEN from ita-secret-gitlab"));
    }

    @Test
    void a_rollout_that_gets_stuck_says_what_the_pod_waits_for_and_the_last_event() {
        stage.server()
                .resources()
                .controller(deployment -> stage.later(() -> {
                    stage.pod("new-1", "mark");
                    stage.waiting("new-1", "ImagePullBackOff");
                    stage.status(3, 1, 2);
                    event("2026-03-01T10:01:00Z", "Scheduled", "assigned");
                    event("2026-03-01T10:02:00Z", "Failed", "Error: image  not found");
                }));
        assertThat(failure())
                .isEqualTo(
                        Workloads.problem(
                                LABEL,
                                "is not rolled out in time; pod new-1: ImagePullBackOff; last event Failed: Error: image not found"));
        assertThat(stage.clock().instant()).isEqualTo(Instant.parse("2026-03-01T10:10:30Z"));
    }

    @Test
    void what_a_probe_was_answered_is_not_repeated() {
        stage.server()
                .resources()
                .controller(deployment -> stage.later(() -> {
                    stage.pod("new-1", "mark");
                    stage.waiting("new-1", "CrashLoopBackOff");
                    stage.status(3, 1, 2);
                    event("2026-03-01T10:02:00Z", "Unhealthy", "Readiness probe failed: token=glpat-x");
                }));
        assertThat(failure().details().getLast())
                .isEqualTo("is not rolled out in time; pod new-1: CrashLoopBackOff; last event Unhealthy");
    }

    private void event(String time, String reason, String message) {
        stage.server()
                .resources()
                .put(
                        "namespaces/exastro/events/" + reason,
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("lastTimestamp", time)
                                .put("reason", reason)
                                .put("message", message)
                                .set(
                                        "involvedObject",
                                        JsonMapper.shared().createObjectNode().put("name", "new-1")));
    }

    @Test
    void kubernetes_own_limit_ends_the_waiting_early() {
        stage.server()
                .resources()
                .controller(deployment -> stage.later(() -> {
                    stage.status(2, 0, 2);
                    stage.condition("Progressing", "ProgressDeadlineExceeded");
                }));
        assertThat(failure().reason()).isEqualTo(Reason.APPLY_FAILED);
        assertThat(stage.clock().instant()).isEqualTo(Instant.parse("2026-03-01T10:00:32Z"));
    }

    @Test
    void pods_that_are_not_made_at_all_say_why() {
        stage.server()
                .resources()
                .controller(deployment -> stage.later(() -> {
                    stage.status(2, 0, 2);
                    stage.condition("ReplicaFailure", "FailedCreate");
                }));
        assertThat(failure().details().getLast()).isEqualTo("is not rolled out in time; FailedCreate");
    }

    @Test
    void a_paused_deployment_is_named_at_once() {
        stage.server()
                .resources()
                .edit(Stage.DEPLOYMENT, one -> one.withObject("/spec").put("paused", true));
        stage.server().resources().controller(_ -> {});
        assertThat(failure().details().getLast()).isEqualTo("is paused");
        assertThat(stage.clock().instant()).isEqualTo(Instant.parse("2026-03-01T10:00:30Z"));
    }

    @Test
    void an_old_pod_that_does_not_end_is_named() {
        stage.server()
                .resources()
                .controller(deployment -> stage.later(() -> {
                    stage.run("old-1", Stage.FRESH, stage.clock().instant());
                    stage.terminate("old-2");
                    stage.status(2, 2, 2);
                }));
        assertThat(failure().details().getLast()).isEqualTo("is not rolled out in time; pod old-2 still terminates");
    }

    @Test
    void a_pod_that_got_the_old_value_all_the_same_is_named() {
        stage.server().resources().controller(deployment -> stage.later(() -> stage.status(2, 2, 2)));
        assertThat(failure().details().getLast()).isEqualTo("pod old-1 does not hold the new value");
    }

    @Test
    void a_restart_whose_answer_is_lost_is_unclear_and_the_next_run_does_not_restart_again() {
        stage.server().failAt("PATCH", Fault.CUT_AFTER);
        assertThat(failure().details().getLast()).endsWith(": the connection broke");
        for (int i = 0; i < 3; i++) {
            stage.later(() -> {});
        }
        stage.run("old-1", Stage.FRESH, stage.clock().instant());
        stage.run("old-2", Stage.FRESH, stage.clock().instant());
        stage.status(2, 2, 2);
        assertThat(done(stage.consumers().apply(FRESH))).hasSize(1);
        assertThat(stage.restarts()).isEqualTo(1);
    }

    @Test
    void missing_rights_are_named() {
        stage.server().forbid("patch deployments");
        assertThat(refused(stage.consumers().apply(FRESH)))
                .isEqualTo(Workloads.problem(LABEL, "patch deployments: HTTP 403 Forbidden"));
        stage.server().forbid("list pods");
        assertThat(refused(stage.consumers().apply(FRESH)).details().getLast())
                .isEqualTo("list pods: HTTP 403 Forbidden");
    }

    @Test
    void an_api_server_that_fails_while_waiting_ends_the_run_and_says_so() {
        String question = "GET /apis/apps/v1/namespaces/exastro/deployments/ita-api-admin";
        stage.server().failFrom("PATCH", question, Fault.answering(Said.status(500, "InternalError", "glpat-x")));
        assertThat(failure().details().getLast()).isEqualTo("get deployments: HTTP 500 InternalError");
    }

    @Test
    void no_use_outlives_a_rollout_and_the_limit_is_known_beforehand() {
        assertThat(done(stage.consumers().running(FRESH))).isEmpty();
        assertThat(stage.consumers().longest()).isEqualTo(Duration.ofMinutes(11));
    }

    @Test
    void the_defaults_are_exastros() {
        RolloutOptions options = RolloutOptions.exastro("n");
        assertThat(options.deployments()).isEqualTo(List.of("ita-api-admin"));
        assertThat(options.secrets()).isEqualTo(List.of("ita-secret-gitlab"));
        assertThat(options.variable()).isEqualTo("GITLAB_ROOT_TOKEN");
        assertThat(options.limit()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void no_value_is_in_an_address_or_an_answer() {
        assertThat(stage.consumers().apply(FRESH).toString()).doesNotContain("glpat");
        assertThat(stage.server().heard().toString()).doesNotContain("glpat");
    }
}
