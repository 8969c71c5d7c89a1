package dev.koshin.exastro.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.apply.compose.Engine;
import dev.koshin.process.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExastroDiscoveryTest {
    private static final String ENV = "COMPOSE_PROFILES=all\nGITLAB_HOST=gitlab\n";
    private static final Wish ANY = new Wish(Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir
    private Path folder;

    private Path own;
    private Path caller;
    private Path here;
    private Ended ids = new Ended.NotStarted("no such program");
    private Ended boxes = new Ended.NotStarted("no such program");

    ExastroDiscoveryTest() {
        own = Path.of("");
        caller = Path.of("");
        here = Path.of("");
    }

    @BeforeEach
    void folders() throws IOException {
        folder = folder.toRealPath();
        own = Files.createDirectories(folder.resolve("root"));
        caller = Files.createDirectories(folder.resolve("home/ita"));
        here = Files.createDirectories(folder.resolve("somewhere"));
    }

    private Discovered look(Wish wish) {
        Surroundings surroundings =
                new Surroundings(here, List.of(own, caller), Map.of(), Map.of("docker", Engine.DOCKER));
        return new ExastroDiscovery(
                        surroundings,
                        command -> command.argv().contains("ps") ? ids : boxes,
                        _ -> {},
                        Situation.installed().doors())
                .look(wish);
    }

    private static Path install(Path directory, String env) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("docker-compose.yml"), "services:\n  ita-api-admin:\n    image: x\n");
        Files.writeString(directory.resolve(".env"), env);
        return directory;
    }

    private static String place(Discovered found) {
        return found instanceof Discovered.Drafted(Draft draft) ? draft.place() : found.toString();
    }

    @Test
    void finds_what_is_in_the_home_of_who_called_sudo() throws IOException {
        Path directory = install(caller.resolve("exastro-docker-compose"), ENV);
        assertThat(place(look(ANY))).isEqualTo(directory.toString());
    }

    @Test
    void finds_what_is_here() throws IOException {
        var _ = install(here, ENV);
        assertThat(place(look(ANY))).isEqualTo(here.toString());
    }

    @Test
    void finds_what_runs_from_another_folder() throws IOException {
        Path directory = install(folder.resolve("opt/exastro"), ENV);
        running(directory);
        assertThat(place(look(ANY))).isEqualTo(directory.toString());
    }

    private void running(Path directory) {
        ids = new Ended.Exited(0, "aaa\n", "");
        boxes = new Ended.Exited(0, """
                {"name":"/ita-api-admin","labels":{"com.docker.compose.service":"ita-api-admin",\
                "com.docker.compose.project.working_dir":"%s"},"status":"running","ports":{},"bound":{}}
                """.formatted(directory), "");
    }

    @Test
    void one_installation_that_is_seen_twice_is_one() throws IOException {
        Path directory = install(caller.resolve("exastro-docker-compose"), ENV);
        Path link = Files.createSymbolicLink(folder.resolve("link"), directory);
        running(link);
        assertThat(place(look(ANY))).isEqualTo(directory.toString());
        here = link;
        assertThat(place(look(ANY))).isEqualTo(directory.toString());
    }

    @Test
    void of_several_one_must_be_named() throws IOException {
        Path one = install(caller.resolve("exastro-docker-compose"), ENV);
        Path other = install(folder.resolve("opt/exastro"), ENV);
        running(other);
        assertThat(look(ANY)).isEqualTo(new Discovered.Several(List.of("--compose " + one, "--compose " + other)));
        assertThat(place(look(new Wish(Optional.of(other), Optional.empty(), Optional.empty()))))
                .isEqualTo(other.toString());
    }

    @Test
    void finds_nothing_and_tells_where_it_looked() {
        assertThat(look(ANY))
                .isInstanceOfSatisfying(
                        Discovered.Nowhere.class,
                        nowhere -> assertThat(Situation.points(nowhere.looked()))
                                .containsExactly(
                                        "NO_PROJECT[" + own.resolve("exastro-docker-compose") + "]",
                                        "NO_PROJECT[" + caller.resolve("exastro-docker-compose") + "]",
                                        "NO_PROJECT[" + here + "]",
                                        "ENGINE_UNSEEN[docker, not installed]",
                                        "NO_CLUSTER[no kubeconfig]"));
    }

    @Test
    void a_folder_without_a_project_is_none() {
        assertThat(look(new Wish(Optional.of(here), Optional.empty(), Optional.empty())))
                .isInstanceOf(Discovered.Nowhere.class);
    }

    @Test
    void another_compose_project_here_is_not_exastro() throws IOException {
        Files.writeString(here.resolve("compose.yaml"), "services: { web: { image: x } }\n");
        assertThat(look(ANY)).isInstanceOf(Discovered.Nowhere.class);
    }

    @Test
    void without_a_gitlab_there_is_nothing_to_renew() throws IOException {
        Path directory = install(here, "COMPOSE_PROFILES=base\nGITLAB_HOST=\n");
        assertThat(look(ANY))
                .isEqualTo(new Discovered.WithoutGitLab(
                        directory.toString(), directory.resolve(".env").toString()));
    }

    @Test
    void a_file_that_cannot_be_read_is_told_and_the_usual_case_drafted() throws IOException {
        Path directory = install(here, ENV);
        Files.delete(directory.resolve(".env"));
        Files.createDirectory(directory.resolve(".env"));
        assertThat(look(ANY)).isInstanceOfSatisfying(Discovered.Drafted.class, found -> {
            assertThat(Situation.points(found.draft().remarks()))
                    .contains("ENV_UNREADABLE[" + directory.resolve(".env") + ", is not a regular file]");
            assertThat(Situation.keys(found.draft())).contains("url: \"http://127.0.0.1:40080\"");
        });
    }

    @Test
    void nothing_is_written() throws IOException {
        var _ = install(here, ENV);
        var _ = look(ANY);
        try (var files = Files.list(here)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(".env", "docker-compose.yml");
        }
    }
}
