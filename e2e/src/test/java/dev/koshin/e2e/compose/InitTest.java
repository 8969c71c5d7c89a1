package dev.koshin.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.koshin.e2e.Child;
import dev.koshin.exastro.sample.ItaSchema;
import dev.koshin.exastro.sample.SampleOrganization;
import dev.koshin.model.Secret;
import dev.koshin.servers.MariaDbServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an empty folder beside a running Exastro to renewed tokens, by the shipped program. */
final class InitTest {
    private static final String ORGANIZATION = "glpat-of-the-organization";
    private static final int OK = 200;

    @TempDir
    private Path folder;

    private final MariaDbServer server = MariaDbServer.shared();
    private Optional<ComposeLab> opened = Optional.empty();

    @BeforeEach
    void start() throws IOException, SQLException {
        assumeTrue(Docker.shared().isPresent(), "this machine cannot run a container engine");
        Files.createDirectory(elsewhere());
        opened = Optional.of(ComposeLab.start(
                Docker.shared().orElseThrow(),
                Files.createDirectory(folder.toRealPath().resolve("exastro")),
                "18.11",
                seed(),
                settings()));
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl(""), server.user(), server.password().reveal(value -> value));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS ITA_DB");
            ItaSchema schema = ItaSchema.on(connection);
            schema.create();
            schema.insert(List.of(SampleOrganization.live("test-org-01", Secret.of(ORGANIZATION))
                    .withUser("ITA_ORG_1")));
        }
    }

    @AfterEach
    void close() {
        opened.ifPresent(ComposeLab::close);
    }

    /** Both tokens live 20 days more. */
    private static String seed() {
        String ends = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();
        Instant made = Instant.now().minus(Duration.ofDays(345));
        return """
                {"users": [{"id": 1, "username": "root", "admin": true}, {"id": 2, "username": "ITA_ORG_1"}],
                 "tokens": [{"id": 1, "userId": 1, "name": "exastro system token",
                             "scopes": ["api", "write_repository", "sudo"], "createdAt": "%1$s",
                             "expiresAt": "%2$s", "value": "%3$s"},
                            {"id": 2, "userId": 2, "name": "ITA_ORG_1", "scopes": ["api"], "createdAt": "%1$s",
                             "expiresAt": "%2$s", "value": "%4$s"}]}
                """.formatted(made, ends, ComposeLab.OLD, ORGANIZATION);
    }

    /** A database of its own beside the project; its user is not the usual one. */
    private String settings() {
        String port = server.jdbcUrl("").replaceAll(".*:(\\d+)/", "$1");
        return """
                COMPOSE_PROFILES=base,gitlab
                GITLAB_HOST=gitlab
                ITA_DB_HOST=127.0.0.1
                ITA_DB_PORT=%s
                ITA_DB_USER=%s
                ITA_DB_PASSWORD='%s'
                """.formatted(port, server.user(), server.password().reveal(value -> value));
    }

    private Path elsewhere() {
        return folder.resolve("elsewhere");
    }

    private ComposeLab lab() {
        return opened.orElseThrow();
    }

    private Child koshin(String... arguments) {
        return lab().koshinIn(elsewhere(), Map.of("LC_ALL", "C.UTF-8"), arguments);
    }

    private String good(String... arguments) {
        Child koshin = koshin(arguments);
        assertThat(koshin.exit()).as(() -> koshin.stdout() + koshin.stderr()).isZero();
        return koshin.stdout();
    }

    /** Without what this test itself leaves there. */
    private List<String> files() throws IOException {
        try (var files = Files.list(elsewhere())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void init_finds_what_runs_and_doctor_and_renew_work_with_what_it_wrote() throws IOException {
        Map<String, String> before = lab().containers();

        String said = good("init", "exastro");

        assertThat(said)
                .contains(
                        "compose project: " + lab().folder(),
                        "containers of this project in docker: ita-api-admin, gitlab",
                        "GitLab answers from this host: http://127.0.0.1:",
                        "ITA's database is reachable from this host: 127.0.0.1:",
                        "koshin doctor",
                        "koshin renew --all");
        assertThat(lab().containers()).isEqualTo(before);
        assertThat(files()).containsExactly("koshin.yaml");
        assertThat(Files.readString(elsewhere().resolve("koshin.yaml")))
                .doesNotContain(ComposeLab.OLD, server.password().reveal(value -> value));

        Child doctor = koshin("doctor");
        assertThat(doctor.exit()).as(() -> doctor.stdout() + doctor.stderr()).isIn(0, 3);

        String _ = good("renew", "--all", "--yes");
        assertThat(lab().token()).isNotEqualTo(ComposeLab.OLD);
        assertThat(lab().control().look(lab().token())).isEqualTo(OK);
        assertThat(lab().environment("ita-api-admin")).contains(lab().token());
        assertThat(good("status")).contains("exastro/root", "exastro/organization/test-org-01");
    }

    @Test
    void a_dry_run_can_be_piped_and_writes_nothing() throws IOException {
        String printed = good("init", "exastro", "--dry-run");
        assertThat(printed).startsWith("# Koshin for Exastro").contains("\nversion: 1\n");
        assertThat(files()).isEmpty();
        String _ = good("init", "exastro");
        assertThat(elsewhere().resolve("koshin.yaml")).hasContent(printed);
    }

    @Test
    void a_file_that_is_there_stays_as_it_is() throws IOException {
        Files.writeString(elsewhere().resolve("koshin.yaml"), "mine\n");
        Child koshin = koshin("init", "exastro");
        assertThat(koshin.exit()).isEqualTo(1);
        assertThat(koshin.stderr()).contains("error[config-exists]");
        assertThat(elsewhere().resolve("koshin.yaml")).hasContent("mine\n");
    }

    @Test
    void speaks_japanese_in_the_file_too() throws IOException {
        assertThat(good("--lang", "ja", "init", "exastro")).contains("見つかったもの:", "作成しました:");
        assertThat(Files.readString(elsewhere().resolve("koshin.yaml"))).contains("# root トークン。Exastro 自身が読む場所");
    }

    @Test
    void a_project_that_stands_elsewhere_too_must_be_named() throws IOException {
        Files.writeString(elsewhere().resolve("docker-compose.yml"), "services: { ita-api-admin: { image: x } }\n");
        Child koshin = koshin("init", "exastro");
        assertThat(koshin.exit()).isEqualTo(2);
        assertThat(koshin.stderr())
                .contains(
                        "installation-ambiguous",
                        "--compose " + elsewhere().toRealPath(),
                        "--compose " + lab().folder());
        assertThat(good("init", "exastro", "--compose", lab().folder().toString()))
                .contains("compose project: " + lab().folder());
    }
}
