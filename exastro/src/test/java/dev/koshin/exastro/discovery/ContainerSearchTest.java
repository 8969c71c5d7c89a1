package dev.koshin.exastro.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.apply.compose.Engine;
import dev.koshin.process.Ended;
import dev.koshin.process.Runner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContainerSearchTest {
    /** As docker 28 and podman 5 answer to the same format. */
    private static final String DOCKER = """
            {"name":"/gitlab","labels":{"com.docker.compose.service":"gitlab",\
            "com.docker.compose.project.working_dir":"/home/ita/exastro-docker-compose"},"network":"exastro_exastro",\
            "status":"running","ports":{"22/tcp":null,"40080/tcp":[{"HostIp":"0.0.0.0","HostPort":"40080"},\
            {"HostIp":"::","HostPort":"40080"}]},"bound":{"40080/tcp":[{"HostIp":"0.0.0.0","HostPort":"40080"}]}}
            """;

    private static final String PODMAN = """
            {"name":"mariadb","labels":{"com.docker.compose.service":"mariadb",\
            "com.docker.compose.project.working_dir":"/home/ita/exastro-docker-compose"},"network":"bridge",\
            "status":"exited","ports":{},"bound":{"3306/tcp":[{"HostIp":"","HostPort":"13306"}]}}
            """;

    private final List<String> calls = new ArrayList<>();

    private Look<List<Box>> look(Ended list, Ended inspect) {
        Runner runner = command -> {
            calls.add(String.join(" ", command.argv()));
            return command.argv().contains("inspect") ? inspect : list;
        };
        return new ContainerSearch(runner).of(Engine.DOCKER, List.of("gitlab", "mariadb"));
    }

    private static Ended said(String out) {
        return new Ended.Exited(0, out, "");
    }

    @Test
    void reads_what_docker_and_podman_say() {
        assertThat(look(said("aaa\n"), said(DOCKER + PODMAN)).value().orElseThrow())
                .satisfiesExactly(
                        gitlab -> {
                            assertThat(gitlab.service()).isEqualTo("gitlab");
                            assertThat(gitlab.name()).isEqualTo("gitlab");
                            assertThat(gitlab.project()).isEqualTo(Path.of("/home/ita/exastro-docker-compose"));
                            assertThat(gitlab.runs()).isTrue();
                            assertThat(gitlab.published(40080))
                                    .hasValueSatisfying(
                                            port -> assertThat(port.host()).isEqualTo("127.0.0.1"));
                        },
                        mariadb -> {
                            assertThat(mariadb.runs()).isFalse();
                            assertThat(mariadb.published(3306))
                                    .hasValueSatisfying(
                                            port -> assertThat(port.outside()).isEqualTo(13306));
                        });
    }

    @Test
    void no_environment_is_asked_for_and_nothing_is_changed() {
        var _ = look(said("aaa\n"), said(DOCKER));
        assertThat(calls)
                .hasSize(3)
                .allMatch(call -> call.startsWith("docker ps ") || call.startsWith("docker inspect "));
        assertThat(calls.toString()).doesNotContain("Env");
    }

    @Test
    void without_containers_nothing_is_inspected() {
        assertThat(look(said("\n"), said("")).value()).hasValue(List.of());
        assertThat(calls).noneMatch(call -> call.contains("inspect"));
    }

    @Test
    void says_why_it_sees_nothing() {
        assertThat(look(new Ended.NotStarted("error=2"), said("")).why()).hasValue("not installed");
        assertThat(look(new Ended.Exited(1, "", "permission denied while trying to connect\n"), said(""))
                        .why())
                .hasValue("permission denied while trying to connect");
        assertThat(look(new Ended.TimedOut(Duration.ofSeconds(15)), said("")).why())
                .hasValue("no answer in 15 s");
        assertThat(look(said("aaa\n"), said("nonsense")).why()).hasValue("an answer that is no JSON");
    }
}
