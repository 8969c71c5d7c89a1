package dev.koshin.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.Simulator;
import dev.koshin.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class InitTest {
    private static final String TOKEN = "EgcsQQWuw7U5klxkW008";

    @TempDir
    private Path folder;

    private final Simulator gitlab = Simulator.start(SimulatorOptions.defaults());

    @BeforeEach
    void install() throws IOException {
        folder = folder.toRealPath();
        Files.createDirectory(folder.resolve("exastro"));
        env("gitlab");
    }

    /** An external database, so that the configuration can be used without containers. */
    private void env(String host) throws IOException {
        Files.writeString(
                folder.resolve("exastro/.env"), """
                COMPOSE_PROFILES=all
                GITLAB_HOST=%s
                GITLAB_PORT=%d
                GITLAB_ROOT_TOKEN=%s
                ITA_DB_HOST=127.0.0.1
                ITA_DB_PORT=1
                ITA_DB_PASSWORD=3lTbwvkQZvur
                """.formatted(host, gitlab.uri().getPort(), TOKEN));
    }

    @AfterEach
    void stop() {
        gitlab.close();
    }

    private Ran in(String language, String... more) {
        List<String> all = new ArrayList<>(List.of("-c", file().toString(), "--lang", language, "init", "exastro"));
        all.addAll(List.of(more));
        return Ran.of(all.toArray(String[]::new));
    }

    private Ran init(String... more) {
        List<String> all =
                new ArrayList<>(List.of("--compose", folder.resolve("exastro").toString()));
        all.addAll(List.of(more));
        return in("en", all.toArray(String[]::new));
    }

    private Path file() {
        return folder.resolve("koshin.yaml");
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writes_one_file_and_says_what_it_found_assumed_and_missed() throws IOException {
        Ran ran = init().exits(Exit.OK);
        assertThat(ran.out())
                .contains(
                        "Found:\n  compose project: " + folder.resolve("exastro"),
                        "  GitLab answers from this host: http://127.0.0.1:"
                                + gitlab.uri().getPort(),
                        "Assumed; please check:",
                        "  ITA's database is at 127.0.0.1:1, which does not accept",
                        "Could not be seen:",
                        "Written: " + file(),
                        "  koshin -c " + file() + " doctor",
                        "  koshin -c " + file() + " renew --all");
        assertThat(ran.out() + ran.err() + Files.readString(file())).doesNotContain(TOKEN, "3lTbwvkQZvur");
        assertThat(files()).containsExactly("exastro", "koshin.yaml");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-r-----");
    }

    @Test
    void other_commands_take_what_it_wrote() {
        var _ = init().exits(Exit.OK);
        assertThat(Ran.of("-c", file().toString(), "--lang", "en", "doctor").out())
                .contains("target-unreachable")
                .doesNotContain("config-");
    }

    @Test
    void comments_are_in_the_language_of_the_user() throws IOException {
        Ran ran = in("ja", "--compose", folder.resolve("exastro").toString()).exits(Exit.OK);
        assertThat(ran.out()).contains("見つかったもの:", "確認できなかったもの:", "次に実行するコマンド:");
        assertThat(Files.readString(file())).contains("# 作成時に、GitLab がこのアドレスで応答しました。");
    }

    @Test
    void a_dry_run_prints_the_file_alone_and_writes_nothing() throws IOException {
        Ran ran = init("--dry-run").exits(Exit.OK);
        assertThat(ran.out())
                .startsWith("# Koshin for Exastro")
                .contains("version: 1\n")
                .doesNotContain("Found:");
        assertThat(ran.err()).contains("Found:", "Not written");
        assertThat(files()).containsExactly("exastro");
        var _ = init().exits(Exit.OK);
        assertThat(file()).hasContent(ran.out());
    }

    @Test
    void json_has_the_same_parts() throws IOException {
        JsonNode json = init("-o", "json").exits(Exit.OK).json();
        assertThat(json.path("file").asString()).isEqualTo(file().toString());
        assertThat(json.path("written").asBoolean()).isTrue();
        assertThat(json.path("found").valueStream().map(one -> one.path("point").asString()))
                .contains("compose-project", "gitlab-answers");
        assertThat(json.path("assumed")
                        .valueStream()
                        .map(one -> one.path("message").asString()))
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(json.path("unseen").isArray()).isTrue();
        assertThat(json.path("next").size()).isEqualTo(2);
        assertThat(json.path("configuration").asString()).isEqualTo(Files.readString(file()));
        Files.delete(file());
        assertThat(init("-o", "json", "--dry-run")
                        .exits(Exit.OK)
                        .json()
                        .path("written")
                        .asBoolean(true))
                .isFalse();
        assertThat(files()).containsExactly("exastro");
    }

    @Test
    void a_file_that_is_there_stays_as_it_is_unless_somebody_forces() throws IOException {
        Files.writeString(file(), "mine\n");
        Ran ran = init().exits(Exit.FAILED);
        assertThat(ran.err()).contains("error[config-exists]", "--force");
        assertThat(file()).hasContent("mine\n");
        var _ = init("--force").exits(Exit.OK);
        assertThat(Files.readString(file())).contains("version: 1");
        assertThat(files()).containsExactly("exastro", "koshin.yaml");
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        Ran ran = Ran.of(
                "-c",
                folder.resolve("no/koshin.yaml").toString(),
                "--lang",
                "en",
                "init",
                "exastro",
                "--compose",
                folder.resolve("exastro").toString());
        assertThat(ran.exits(Exit.FAILED).err()).contains("error[config-not-written]", "its folder does not exist");
    }

    @Test
    void an_installation_without_a_gitlab_has_nothing_to_renew() throws IOException {
        env("");
        assertThat(init().exits(Exit.FAILED).err())
                .contains("error[installation-without-gitlab]", "nothing to renew", ".env has no GITLAB_HOST");
        assertThat(files()).containsExactly("exastro");
    }

    @Test
    void what_is_not_there_is_told_with_what_to_do() {
        Ran ran = in("en", "--compose", folder.resolve("nowhere").toString()).exits(Exit.FAILED);
        assertThat(ran.err()).contains("error[installation-not-found]", "nowhere", "koshin init exastro --compose DIR");
        assertThat(in("ja", "--compose", folder.resolve("nowhere").toString()).err())
                .contains("Exastro の環境が見つかりません");
    }

    @Test
    void misuse_is_told() {
        assertThat(in("en", "--compose", ".", "--kubernetes", "exastro")
                        .exits(Exit.USAGE)
                        .err())
                .contains("not both");
        assertThat(Ran.of("--lang", "en", "init").exits(Exit.USAGE).err()).contains("exastro");
        assertThat(Ran.of("--lang", "en", "init", "gitea").exits(Exit.USAGE).err())
                .contains("gitea");
    }
}
