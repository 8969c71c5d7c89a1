package dev.koshin.apply.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Use;
import dev.koshin.process.Ended;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import dev.koshin.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recreates whom it must and nobody else, and believes only the container's own environment. */
final class ComposeConsumersTest {
    private static final String OLD = "oldRootToken00000001";
    private static final String NEW = "newRootToken00000002";
    private static final Fingerprint FRESH = Secret.of(NEW).fingerprint();
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final TimeWindow NIGHT = new TimeWindow(LocalTime.of(23, 0), LocalTime.of(5, 0), TOKYO);

    /** 09:30 in Tokyo. */
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T00:30:00Z"));

    @TempDir
    private Path directory = Path.of("");

    private PretendDocker docker = new PretendDocker(directory, OLD, clock);

    @BeforeEach
    void theOldTokenIsEverywhereAndTheNewOneInTheFile() {
        docker = new PretendDocker(directory, OLD, clock);
        List.of("ita-api-admin", "gitlab", "ita-by-ansible-execute").forEach(docker::up);
        docker.value = NEW;
    }

    private Consumers consumers(boolean setup) {
        ComposeOptions options = new ComposeOptions(
                directory,
                Engine.DOCKER,
                List.of("ita-api-admin"),
                List.of("gitlab"),
                Optional.of(NIGHT),
                setup,
                Duration.ofMinutes(2));
        return ComposeProject.of(options, docker).consumers(clock, clock::advance);
    }

    private Effect<List<String>> applied() {
        return consumers(false).apply(FRESH);
    }

    private static Problem problem(Effect<?> effect) {
        return switch (effect) {
            case Effect.Refused<?>(Problem problem) -> problem;
            case Effect.Unclear<?>(Problem problem) -> problem;
            case Effect.Done<?> done -> throw new AssertionError("done: " + done);
        };
    }

    private static <T> T done(Effect<T> effect) {
        return switch (effect) {
            case Effect.Done<T>(T value) -> value;
            case Effect.Refused<T>(Problem problem) -> throw new AssertionError("refused: " + problem);
            case Effect.Unclear<T>(Problem problem) -> throw new AssertionError("unclear: " + problem);
        };
    }

    @Test
    void only_the_service_that_reads_at_its_start_is_recreated() {
        PretendDocker.Box gitlab = docker.box("gitlab");
        PretendDocker.Box api = docker.box("ita-api-admin");
        assertThat(done(applied())).singleElement().asString().startsWith("ita-api-admin (container ");
        assertThat(docker.changes())
                .containsExactly(List.of("docker", "compose", "up", "--detach", "--no-deps", "ita-api-admin"));
        assertThat(docker.box("gitlab")).isEqualTo(gitlab);
        assertThat(docker.box("ita-api-admin").id()).isNotEqualTo(api.id());
    }

    @Test
    void it_runs_in_the_project_and_inherits_nothing_that_beats_the_file() {
        var _ = applied();
        assertThat(docker.commands).allSatisfy(command -> {
            assertThat(command.directory()).contains(directory);
            assertThat(command.withoutPrefixes()).containsExactly("GITLAB_");
            assertThat(command.argv().toString() + command.environment() + command.input())
                    .doesNotContain(OLD, NEW);
        });
    }

    @Test
    void a_second_time_changes_nothing() {
        List<String> first = done(applied());
        int changes = docker.changes().size();
        assertThat(done(applied())).isEqualTo(first);
        assertThat(docker.changes()).hasSize(changes);
    }

    @Test
    void a_service_that_is_not_there_is_not_started() {
        docker.boxes.remove("ita-api-admin");
        assertThat(done(applied())).containsExactly("ita-api-admin (no container)");
        assertThat(docker.changes()).isEmpty();
    }

    @Test
    void the_same_service_of_another_project_is_left_alone() {
        PretendDocker.Box box = docker.box("ita-api-admin");
        docker.boxes.put(
                "ita-api-admin",
                new PretendDocker.Box(box.id(), directory.resolve("other"), box.environment(), "running", "", 0));
        assertThat(done(applied())).containsExactly("ita-api-admin (no container)");
    }

    @Test
    void a_container_that_still_holds_another_value_is_named() {
        docker.value = "stillTheWrongOne0003";
        assertThat(problem(applied()).reason()).isEqualTo(Reason.CONSUMER_HOLDS_OTHER);
    }

    @Test
    void a_container_that_restarts_again_and_again_is_named() {
        docker.born.put("ita-api-admin", box -> box.with("restarting", "", 9));
        Problem problem = problem(applied());
        assertThat(problem.reason()).isEqualTo(Reason.APPLY_FAILED);
        assertThat(problem.details().getLast()).contains("restarts again and again: 9");
    }

    @Test
    void a_container_with_a_check_of_its_own_must_be_healthy() {
        docker.born.put("ita-api-admin", box -> box.with("running", "starting", 0));
        Instant before = clock.instant();
        assertThat(problem(applied()).details().getLast()).contains("not healthy yet");
        assertThat(Duration.between(before, clock.instant())).isGreaterThanOrEqualTo(Duration.ofMinutes(2));
        docker.born.put("ita-api-admin", box -> box.with("running", "healthy", 0));
        docker.up("ita-api-admin");
        assertThat(done(applied())).singleElement().asString().endsWith("healthy)");
    }

    @Test
    void an_engine_that_cannot_be_asked_changes_nothing() {
        docker.engine = new Ended.NotStarted("Cannot run program \"docker\"");
        assertThat(problem(applied()).reason()).isEqualTo(Reason.ENGINE_UNREACHABLE);
        docker.engine = new Ended.Exited(1, "", "permission denied while trying to connect\n");
        assertThat(problem(applied()).details().getLast()).contains("permission denied");
        docker.engine = new Ended.TimedOut(Duration.ofSeconds(30));
        assertThat(problem(applied()).reason()).isEqualTo(Reason.ENGINE_UNREACHABLE);
    }

    @Test
    void what_a_program_complains_about_shows_no_value() {
        docker.engine = new Ended.Exited(1, "", "invalid interpolation: GITLAB_ROOT_TOKEN=" + NEW + "\n");
        assertThat(problem(applied()).toString()).doesNotContain(NEW).contains("invalid interpolation");
    }

    @Test
    void a_container_with_the_old_value_in_its_start_script_is_a_use() {
        SortedSet<Use> uses = done(consumers(false).running(FRESH));
        assertThat(uses).singleElement().asString().startsWith("container gitlab ");
        docker.up("gitlab");
        assertThat(done(consumers(false).running(FRESH))).isEmpty();
    }

    @Test
    void it_is_recreated_in_its_window_only() {
        assertThat(done(consumers(false).endUses(FRESH, false))).isEmpty();
        assertThat(docker.changes()).isEmpty();
        clock.advance(Duration.ofHours(15));
        assertThat(done(consumers(false).endUses(FRESH, false))).hasSize(1);
        assertThat(docker.changes())
                .containsExactly(List.of("docker", "compose", "up", "--detach", "--no-deps", "gitlab"));
        assertThat(done(consumers(false).running(FRESH))).isEmpty();
    }

    @Test
    void who_does_not_wait_gets_it_at_once() {
        assertThat(done(consumers(false).endUses(FRESH, true))).hasSize(1);
        assertThat(docker.changes()).hasSize(1);
    }

    @Test
    void the_installer_is_run_only_where_it_is_chosen_and_answered_as_the_manual_says() {
        assertThat(done(consumers(true).apply(FRESH))).hasSize(2);
        assertThat(docker.changes()).containsExactly(List.of("sh", "setup.sh", "install"));
        assertThat(docker.commands)
                .filteredOn(command -> command.argv().contains("setup.sh"))
                .singleElement()
                .satisfies(command -> assertThat(command.input()).contains(Secret.of("n\ny\n")));
        assertThat(done(consumers(true).running(FRESH))).isEmpty();
    }

    @Test
    void rootless_podman_is_called_in_its_own_way() {
        ComposeOptions options = new ComposeOptions(
                directory,
                Engine.podman("/run/user/1000"),
                List.of("ita-api-admin"),
                List.of(),
                Optional.empty(),
                false,
                Duration.ofMinutes(2));
        var _ = done(ComposeProject.of(options, docker)
                .consumers(clock, clock::advance)
                .apply(FRESH));
        assertThat(docker.changes())
                .containsExactly(
                        List.of("podman", "unshare", "docker-compose", "up", "--detach", "--no-deps", "ita-api-admin"));
        assertThat(docker.commands)
                .allSatisfy(command -> assertThat(command.environment())
                        .containsEntry("DOCKER_HOST", "unix:///run/user/1000/podman/podman.sock"));
    }

    @Test
    void a_look_finds_a_container_that_loops() {
        docker.born.put("gitlab", box -> box.with("restarting", "", 12));
        docker.up("gitlab");
        ComposeOptions options = new ComposeOptions(
                directory,
                Engine.DOCKER,
                List.of("ita-api-admin"),
                List.of("gitlab"),
                Optional.empty(),
                false,
                ComposeOptions.LIMIT);
        assertThat(done(ComposeProject.of(options, docker).look()))
                .filteredOn(ComposeProject.ServiceState::loops)
                .extracting(ComposeProject.ServiceState::service)
                .containsExactly("gitlab");
    }
}
