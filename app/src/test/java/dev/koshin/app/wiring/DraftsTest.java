package dev.koshin.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.koshin.app.config.Config;
import dev.koshin.app.config.ConfigReader;
import dev.koshin.app.config.ConfigResult;
import dev.koshin.app.config.ExastroConfig;
import dev.koshin.app.messages.Messages;
import dev.koshin.apply.compose.Engine;
import dev.koshin.exastro.discovery.Discovered;
import dev.koshin.exastro.discovery.Draft;
import dev.koshin.exastro.discovery.ExastroDiscovery;
import dev.koshin.exastro.discovery.Surroundings;
import dev.koshin.exastro.discovery.Wish;
import dev.koshin.file.Fixtures;
import dev.koshin.kubernetes.ApiServer;
import dev.koshin.plan.Policy;
import dev.koshin.process.Ended;
import dev.koshin.secret.Home;
import dev.koshin.secret.SecretSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Koshin itself takes every file that it drafts, in both languages. */
final class DraftsTest {
    private static final String BUNDLED =
            "COMPOSE_PROFILES=all\nGITLAB_HOST=gitlab\nGITLAB_PORT=1\nGITLAB_ROOT_TOKEN=secret-token\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void real() throws IOException {
        folder = folder.toRealPath();
    }

    private Discovered look(Wish wish, Map<String, String> environment, String engine) {
        return ExastroDiscovery.in(
                        new Surroundings(folder, List.of(folder), environment, Map.of(engine, Engine.DOCKER)),
                        command -> command.argv().contains("ps")
                                ? new Ended.Exited(0, "aaa\n", "")
                                : new Ended.Exited(0, containers(), ""),
                        _ -> {})
                .look(wish);
    }

    private String containers() {
        return Stream.of("ita-api-admin", "gitlab", "mariadb")
                .map(service ->
                        """
                        {"name":"%s","labels":{"com.docker.compose.service":"%s",\
                        "com.docker.compose.project.working_dir":%s},"status":"running"}
                        """.formatted(service, service, JsonMapper.shared().writeValueAsString(folder.toString())))
                .reduce("", String::concat);
    }

    private Discovered compose(String env, String engine) throws IOException {
        Files.writeString(folder.resolve(".env"), env);
        return look(new Wish(Optional.of(folder), Optional.empty(), Optional.empty()), Map.of(), engine);
    }

    private Config read(Discovered found, String language) throws IOException {
        assertThat(found).isInstanceOf(Discovered.Drafted.class);
        Draft draft = found instanceof Discovered.Drafted(Draft one) ? one : new Draft("", List.of(), List.of());
        Path file = folder.resolve("koshin.yaml");
        String text = Proposing.text(draft, Messages.of(Locale.of(language)));
        assertThat(text).doesNotContain("secret-token", "secret-password", "{0}", "{1}");
        Files.writeString(file, text);
        Home home = new Home(folder);
        ConfigResult result = new ConfigReader(new SecretSources(Map.of(), home), home).read(file);
        assertThat(result).as(text).isInstanceOf(ConfigResult.Loaded.class);
        return result instanceof ConfigResult.Loaded(Config config) ? config : read(found, language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void compose_with_docker(String language) throws IOException {
        Config config = read(compose(BUNDLED, "docker"), language);
        assertThat(config.policy()).isEqualTo(Policy.DEFAULT);
        assertThat(config.journal().url()).isEqualTo("jdbc:sqlite:" + folder.resolve("koshin.db"));
        assertThat(config.gitlab().admin()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void compose_with_podman(String language) throws IOException {
        assertThat(read(compose(BUNDLED, "podman"), language).exastro()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void compose_with_an_external_gitlab_and_an_external_database(String language) throws IOException {
        String env = """
                COMPOSE_PROFILES=base
                GITLAB_HOST=127.0.0.1
                GITLAB_PORT=1
                ITA_DB_HOST=127.0.0.1
                ITA_DB_PORT=1
                ITA_DB_USER="user: #1"
                ITA_DB_PASSWORD=secret-password
                """;
        assertThat(read(compose(env, "docker"), language)
                        .exastro()
                        .flatMap(ExastroConfig::organizations)
                        .map(found -> found.database().toString()))
                .hasValueSatisfying(
                        database -> assertThat(database).contains("user: #1", "jdbc:mariadb://127.0.0.1:1/ITA_DB"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void a_folder_with_a_strange_name(String language) throws IOException {
        folder = Files.createDirectory(folder.resolve("a #b: \"c\" {x}'\\n"));
        Config config = read(compose(BUNDLED, "docker"), language);
        assertThat(config.gitlab().admin().getFirst().description()).contains(folder.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void kubernetes_with_everything_bundled(String language) throws IOException {
        try (ApiServer server = new ApiServer()) {
            put(server, "deployments/ita-api-admin");
            put(server, "deployments/gitlab");
            put(server, "deployments/mariadb");
            assertThat(read(kubernetes(server), language).exastro()).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void kubernetes_with_an_external_gitlab_and_an_external_database(String language) throws IOException {
        try (ApiServer server = new ApiServer()) {
            put(server, "deployments/ita-api-admin");
            config(server, "ita-params-gitlab", Map.of("GITLAB_HOST", "127.0.0.1", "GITLAB_PORT", "1"));
            config(server, "ita-params-ita-database", Map.of("DB_HOST", "127.0.0.1", "DB_PORT", "1"));
            assertThat(read(kubernetes(server), language).exastro()).isPresent();
        }
    }

    private Discovered kubernetes(ApiServer server) {
        return look(
                new Wish(Optional.empty(), Optional.of("exastro"), Optional.empty()),
                Map.of("KUBECONFIG", server.kubeconfig(folder).toString()),
                "docker");
    }

    private static void put(ApiServer server, String path) {
        server.resources().put("namespaces/exastro/" + path, JsonMapper.shared().createObjectNode());
    }

    private static void config(ApiServer server, String name, Map<String, String> data) {
        ObjectNode map = JsonMapper.shared().createObjectNode();
        ObjectNode values = map.putObject("data");
        data.forEach(values::put);
        server.resources().put("namespaces/exastro/configmaps/" + name, map);
    }

    @Test
    void files_of_real_installations() throws IOException {
        List<Path> files = Fixtures.named("env\\..*");
        assumeFalse(files.isEmpty(), "no files of real installations here; name their folder with KOSHIN_FIXTURES");
        for (Path file : files) {
            Discovered found = compose(Files.readString(file), "docker");
            if (file.toString().contains("no-gitlab")) {
                assertThat(found).isInstanceOf(Discovered.WithoutGitLab.class);
            } else {
                assertThat(read(found, "en").exastro()).as(file.toString()).isPresent();
            }
        }
    }
}
