package dev.koshin.issuer.gitlabrails;

import static dev.koshin.issuer.Scene.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.issuer.Scene;
import dev.koshin.process.Command;
import dev.koshin.process.Inside;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every user of the machine can read while a command runs. */
final class CommandLinesTest {
    private static final String LOOK = "command -v gitlab-rails";

    @AutoClose
    private final Scene scene = new Scene(Scene.RELEASE, Scene.DEAD);

    private final SimulatedRails rails = new SimulatedRails(scene.simulator.uri());

    /** Looks, makes a token, finds it. */
    private List<Command> all(RailsPlace place) {
        var issuer = GitLabRails.issuer(RailsOptions.of(place), rails, scene.gitlab.issuer("root"), "root");
        done(issuer.preflight(Optional.empty()));
        var _ = issuer.issue(Scene.request(30));
        var _ = issuer.marked(Scene.ROOT, Scene.MARKER);
        return rails.commands;
    }

    private List<List<String>> lines(RailsPlace place) {
        return all(place).stream().map(Command::argv).toList();
    }

    @Test
    void on_this_machine() {
        assertThat(lines(new RailsPlace.Local("gitlab-rails")))
                .containsExactly(
                        List.of("sh", "-c", "command -v \"$1\"", "sh", "gitlab-rails"),
                        List.of("gitlab-rails", "runner", Scripts.CREATE),
                        List.of("gitlab-rails", "runner", Scripts.MARKED));
    }

    @Test
    void with_the_words_that_call_the_program_here() {
        assertThat(lines(new RailsPlace.Within(new Inside.Docker(List.of("sudo", "docker"), "gitlab")))
                        .getFirst())
                .startsWith("sudo", "docker", "exec", "gitlab");
        assertThat(new Entrance(new RailsPlace.Within(new Inside.Kubernetes(
                                List.of("kubectl", "--context", "c"), Optional.empty(), Optional.empty(), "pod")))
                        .look())
                .startsWith("kubectl", "--context", "c", "exec", "pod", "--");
    }

    @Test
    void in_a_container() {
        assertThat(lines(new RailsPlace.Within(new Inside.Docker("gitlab"))))
                .containsExactly(
                        List.of("docker", "exec", "gitlab", "sh", "-c", LOOK),
                        List.of("docker", "exec", "-i", "gitlab", "gitlab-rails", "runner", Scripts.CREATE),
                        List.of("docker", "exec", "-i", "gitlab", "gitlab-rails", "runner", Scripts.MARKED));
    }

    @Test
    void in_a_container_of_podman() {
        assertThat(lines(new RailsPlace.Within(new Inside.Podman("gitlab"))))
                .containsExactly(
                        List.of("podman", "exec", "gitlab", "sh", "-c", LOOK),
                        List.of("podman", "exec", "-i", "gitlab", "gitlab-rails", "runner", Scripts.CREATE),
                        List.of("podman", "exec", "-i", "gitlab", "gitlab-rails", "runner", Scripts.MARKED));
    }

    @Test
    void in_a_pod() {
        assertThat(lines(new RailsPlace.Within(
                        new Inside.Kubernetes(Optional.of("exastro"), Optional.of("toolbox"), "deploy/gitlab"))))
                .startsWith(
                        List.of(
                                "kubectl",
                                "exec",
                                "-n",
                                "exastro",
                                "-c",
                                "toolbox",
                                "deploy/gitlab",
                                "--",
                                "sh",
                                "-c",
                                LOOK),
                        List.of(
                                "kubectl",
                                "exec",
                                "-i",
                                "-n",
                                "exastro",
                                "-c",
                                "toolbox",
                                "deploy/gitlab",
                                "--",
                                "gitlab-rails",
                                "runner",
                                Scripts.CREATE));
    }

    @Test
    void in_a_pod_of_the_context() {
        assertThat(lines(new RailsPlace.Within(new Inside.Kubernetes(Optional.empty(), Optional.empty(), "gitlab-0"))))
                .contains(List.of("kubectl", "exec", "-i", "gitlab-0", "--", "gitlab-rails", "runner", Scripts.CREATE));
    }

    @Test
    void on_another_machine() {
        Entrance ssh = new Entrance(new RailsPlace.Ssh("git@gitlab.example", List.of()));

        assertThat(ssh.look())
                .containsExactly("ssh", "-o", "BatchMode=yes", "git@gitlab.example", "sh -c 'command -v gitlab-rails'");
        assertThat(ssh.runner("puts 'a'"))
                .containsExactly(
                        "ssh", "-o", "BatchMode=yes", "git@gitlab.example", "gitlab-rails runner 'puts '\\''a'\\'''");
    }

    @Test
    void on_another_machine_in_a_container() {
        Entrance ssh = new Entrance(new RailsPlace.Ssh("host", List.of("sudo", "docker", "exec", "-i", "git lab")));

        assertThat(ssh.runner("puts 1"))
                .containsExactly(
                        "ssh",
                        "-o",
                        "BatchMode=yes",
                        "host",
                        "sudo docker exec -i 'git lab' gitlab-rails runner 'puts 1'");
    }

    static Stream<RailsPlace> places() {
        return Stream.of(
                new RailsPlace.Local("gitlab-rails"),
                new RailsPlace.Within(new Inside.Docker("c")),
                new RailsPlace.Within(new Inside.Podman("c")),
                new RailsPlace.Within(new Inside.Kubernetes(Optional.empty(), Optional.empty(), "pod")));
    }

    @ParameterizedTest
    @MethodSource("places")
    void no_value_stands_on_a_command_line_or_in_an_environment(RailsPlace place) {
        List<Command> commands = all(place);
        List<String> values = Stream.concat(
                        scene.simulator.control().tokens().stream().map(token -> token.name()),
                        Stream.of("root", "api,sudo", Scene.MARKER.value(), "exastro", "glpat-"))
                .toList();

        assertThat(commands).hasSize(3).allSatisfy(command -> {
            assertThat(command.environment()).isEqualTo(Map.of());
            assertThat(command.withoutPrefixes()).isEqualTo(Set.of("GITLAB_"));
            assertThat(String.join(" ", command.argv())).doesNotContain(values);
        });
    }

    @Test
    void the_values_go_in_by_standard_input_one_in_each_line() {
        var input = all(new RailsPlace.Within(new Inside.Docker("c")))
                .get(1)
                .input()
                .orElseThrow();

        assertThat(input.<String>reveal(text -> text))
                .isEqualTo("root\nkoshin exastro/root 0123456789abcdef\napi,sudo\n30\n");
    }

    @Test
    void a_value_cannot_become_two_lines() {
        assertThatThrownBy(() -> GitLabRails.issuer(
                        RailsOptions.of(new RailsPlace.Within(new Inside.Docker("c"))),
                        rails,
                        scene.gitlab.issuer("a"),
                        "a\nb"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-it", "--privileged", "a\nb"})
    void a_place_cannot_become_an_option(String word) {
        assertThatThrownBy(() -> new RailsPlace.Within(new Inside.Docker(word)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RailsPlace.Within(new Inside.Podman(word)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RailsPlace.Local(word)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RailsPlace.Ssh(word, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new RailsPlace.Within(new Inside.Kubernetes(Optional.of(word), Optional.empty(), "pod")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_place_has_a_name() {
        assertThat(new Entrance(new RailsPlace.Local("gitlab-rails")).name()).isEqualTo("gitlab-rails (local)");
        assertThat(new Entrance(new RailsPlace.Within(new Inside.Docker("gitlab"))).name())
                .isEqualTo("gitlab-rails (docker exec gitlab)");
        assertThat(new Entrance(new RailsPlace.Ssh("host", List.of("sudo"))).name())
                .isEqualTo("gitlab-rails (ssh host)");
        assertThat(new Entrance(new RailsPlace.Within(
                                new Inside.Kubernetes(Optional.of("ns"), Optional.empty(), "deploy/gitlab")))
                        .name())
                .isEqualTo("gitlab-rails (kubectl exec -n ns deploy/gitlab)");
    }
}
