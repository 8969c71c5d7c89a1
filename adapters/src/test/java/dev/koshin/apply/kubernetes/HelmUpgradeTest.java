package dev.koshin.apply.kubernetes;

import static dev.koshin.target.Endings.done;
import static dev.koshin.target.Endings.refused;
import static dev.koshin.target.Endings.unclear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.kubernetes.ClusterOptions;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.process.Command;
import dev.koshin.process.Ended;
import dev.koshin.spi.Consumers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What helm is told, and what becomes of its answers. */
final class HelmUpgradeTest {
    private static final String KEY = "global.gitlabDefinition.secret.GITLAB_ROOT_TOKEN";
    private static final String OLD = "glpat-old-token";
    private static final Secret FRESH = Secret.of("glpat-new-token");
    private static final String LISTED =
            "[{\"name\":\"exastro\",\"namespace\":\"exastro\",\"revision\":\"3\",\"status\":\"deployed\",\"chart\":\"exastro-1.7.5\"}]";

    private final List<Command> commands = new ArrayList<>();
    private final List<Ended> answers = new ArrayList<>();
    private Path file;

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        file = Files.writeString(folder.resolve("exastro.yaml"), values("glpat-new-token", ""));
        answer(LISTED);
        answer(values(OLD, ""));
        answer("Release \"exastro\" has been upgraded. " + OLD);
    }

    private static String values(String token, String more) {
        return """
                global:
                  gitlabDefinition:
                    secret:
                      GITLAB_ROOT_TOKEN: %s
                  flags: [true, 1, text]
                %s""".formatted(token, more);
    }

    private void answer(String out) {
        answers.add(new Ended.Exited(0, out, "warning " + OLD));
    }

    private Ended run(Command command) {
        commands.add(command);
        return answers.get(commands.size() - 1);
    }

    private HelmUpgrade upgrade(ClusterOptions cluster) {
        return HelmUpgrade.of(
                this::run,
                new HelmOptions(
                        new HelmOptions.Release("exastro", "exastro", "repo/exastro"),
                        file,
                        KEY,
                        HelmOptions.PROGRAM,
                        HelmOptions.LIMIT,
                        cluster));
    }

    private HelmUpgrade upgrade() {
        return upgrade(ClusterOptions.of(Optional.empty(), Optional.empty()));
    }

    private Problem problem() {
        return refused(upgrade().upgrade(FRESH.fingerprint()));
    }

    @Test
    void the_chart_stays_at_its_version_and_no_command_names_a_value() {
        assertThat(done(upgrade().upgrade(FRESH.fingerprint()))).containsExactly("exastro (exastro-1.7.5, upgraded)");
        assertThat(commands.stream().map(Command::argv))
                .containsExactly(
                        List.of("helm", "list", "-f", "^exastro$", "-o", "json", "-n", "exastro"),
                        List.of("helm", "get", "values", "exastro", "-o", "yaml", "-n", "exastro"),
                        List.of(
                                "helm",
                                "upgrade",
                                "exastro",
                                "repo/exastro",
                                "--version",
                                "1.7.5",
                                "-f",
                                file.toString(),
                                "-n",
                                "exastro"));
        assertThat(commands).allSatisfy(command -> {
            assertThat(command.argv().toString()).doesNotContain("glpat");
            assertThat(command.environment()).isEmpty();
            assertThat(command.input()).isEmpty();
        });
        assertThat(commands.stream().map(Command::limit))
                .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(10));
    }

    @Test
    void a_chosen_cluster_is_named_in_every_command() {
        ClusterOptions cluster = ClusterOptions.of(Optional.of(Path.of("/k")), Optional.of("there"));
        assertThat(done(upgrade(cluster).upgrade(FRESH.fingerprint()))).hasSize(1);
        assertThat(commands)
                .allSatisfy(command -> assertThat(command.argv())
                        .endsWith("-n", "exastro", "--kubeconfig", "/k", "--kube-context", "there"));
    }

    @Test
    void what_is_deployed_with_the_new_value_already_is_not_upgraded_again() {
        answers.set(1, new Ended.Exited(0, values("glpat-new-token", ""), ""));
        assertThat(done(upgrade().upgrade(FRESH.fingerprint()))).containsExactly("exastro (exastro-1.7.5, up to date)");
        assertThat(commands).hasSize(2);
    }

    @Test
    void any_other_difference_is_refused_by_its_path_without_its_value() throws IOException {
        Files.writeString(file, values("glpat-new-token", "extra: { password: hunter2, list: [1, { a: b }] }\n"));
        answers.set(1, new Ended.Exited(0, values(OLD, "old: hunter3\n"), ""));
        assertThat(problem())
                .isEqualTo(Workloads.problem(
                        "release exastro/exastro",
                        "the file differs from what is deployed: extra.list[0], extra.list[1].a, extra.password, old"));
        assertThat(commands).hasSize(2);
    }

    @Test
    void what_helm_reads_alike_is_no_difference() throws IOException {
        Files.writeString(file, values("'glpat-new-token'", "a: yes\nb: 1.0\nc: \"text\"\nd: ~\n"));
        answers.set(1, new Ended.Exited(0, values(OLD, "a: true\nb: 1\nc: text\nd: null\n"), ""));
        assertThat(done(upgrade().upgrade(FRESH.fingerprint()))).hasSize(1);
    }

    @Test
    void a_file_that_would_wipe_data_is_refused_before_helm_is_asked() throws IOException {
        Files.writeString(file, values("glpat-new-token", "db: { reinstall: false, x: [{ reinstall: true }] }\n"));
        assertThat(problem()).isEqualTo(Problem.of(Reason.TARGET_WIPES_DATA, file.toString(), "db.x[0].reinstall"));
        Files.writeString(file, values("glpat-new-token", "reinstall: 'True'\n"));
        assertThat(problem().details()).last().isEqualTo("reinstall");
        assertThat(commands).isEmpty();
    }

    @Test
    void a_file_without_the_new_value_is_refused_before_helm_is_asked() throws IOException {
        Files.writeString(file, values(OLD, ""));
        assertThat(problem()).isEqualTo(Workloads.problem(file.toString(), KEY + " does not hold the new value"));
        Files.writeString(file, "{ not: [ yaml");
        assertThat(problem().details()).last().isEqualTo("cannot be read as YAML");
        Files.delete(file);
        assertThat(problem().details()).last().isEqualTo("cannot be read as YAML");
        assertThat(commands).isEmpty();
    }

    @Test
    void a_release_that_is_missing_or_in_another_state_is_refused() {
        answers.set(0, new Ended.Exited(0, "[]", ""));
        assertThat(problem().details()).last().isEqualTo("is not deployed: missing");
        commands.clear();
        answers.set(0, new Ended.Exited(0, LISTED.replace("deployed", "pending-upgrade"), ""));
        assertThat(problem().details()).last().isEqualTo("is not deployed: pending-upgrade");
        commands.clear();
        answers.set(0, new Ended.Exited(0, LISTED.replace("exastro-1", "other-1"), ""));
        assertThat(problem().details()).last().isEqualTo("is deployed from another chart: other-1.7.5");
        commands.clear();
        answers.set(0, new Ended.Exited(0, "not json", ""));
        assertThat(problem().details()).last().isEqualTo("helm list answers no JSON");
    }

    @Test
    void a_question_that_fails_is_refused_and_an_upgrade_that_fails_is_unclear() {
        answers.set(1, new Ended.Exited(1, OLD, OLD));
        assertThat(problem().details()).containsExactly("release exastro/exastro", "helm get ended with status 1");
        commands.clear();
        answers.set(1, new Ended.TimedOut(Duration.ofMinutes(1)));
        assertThat(problem().details()).last().isEqualTo("helm get did not end within 60 s");
        commands.clear();
        answers.set(1, new Ended.Exited(0, values(OLD, ""), ""));
        answers.set(2, new Ended.Exited(1, OLD, OLD));
        assertThat(unclear(upgrade().upgrade(FRESH.fingerprint())))
                .isEqualTo(Workloads.problem("release exastro/exastro", "helm upgrade ended with status 1"));
        commands.clear();
        answers.set(2, new Ended.TimedOut(HelmOptions.LIMIT));
        assertThat(unclear(upgrade().upgrade(FRESH.fingerprint())).details())
                .last()
                .isEqualTo("helm upgrade did not end within 600 s");
    }

    @Test
    void a_helm_that_is_not_there_is_named() {
        answers.set(0, new Ended.NotStarted("no such file"));
        assertThat(problem().details()).last().isEqualTo("helm cannot be started");
    }

    @Test
    void the_upgrade_comes_before_the_rollout_and_its_time_is_counted() {
        Consumers both = upgrade().before(Consumers.readingEachTime());
        assertThat(done(both.apply(FRESH.fingerprint()))).containsExactly("exastro (exastro-1.7.5, upgraded)");
        assertThat(both.longest()).isEqualTo(Duration.ofMinutes(13));
        assertThat(done(both.running(FRESH.fingerprint()))).isEmpty();
    }
}
