package dev.koshin.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.CredentialName;
import dev.koshin.plan.Policy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigDefaultsTest {
    @TempDir
    private Path folder;

    @Test
    void fillInWhatAMinimalFileDoesNotSay() {
        assertThat(new Read(folder).loaded(Read.MINIMAL))
                .isEqualTo(new Config(
                        new GitLabConfig(
                                URI.create("https://gitlab.example"),
                                List.of(Read.SOURCES.env("ADMIN")),
                                16,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(30),
                                Optional.empty(),
                                Optional.empty()),
                        new Policy(365, Duration.ofDays(60), Duration.ofHours(24), 0),
                        new DatabaseConfig(
                                "jdbc:sqlite:" + folder.resolve("koshin.db"), Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void fillInThePresetForExastro() {
        Config config = new Read(folder).loaded(Read.MINIMAL + """
                        exastro:
                          organizations:
                            database: { url: "jdbc:mariadb://db/ITA_DB", user: ITA_USER, password: { env: P } }
                        """);
        assertThat(config.exastro())
                .contains(new ExastroConfig(new ExastroConfig.Organizations(
                        new DatabaseConfig(
                                "jdbc:mariadb://db/ITA_DB",
                                Optional.of("ITA_USER"),
                                Optional.of(Read.SOURCES.env("P"))),
                        "T_COMN_ORGANIZATION_DB_INFO",
                        Policy.DEFAULT,
                        new TreeSet<>(Set.of("api")))));
    }

    @Test
    void fillInWhatACredentialDoesNotSayFromTheCommonPolicy() {
        Config config = new Read(folder).loaded(Read.MINIMAL + """
                        policy: { lifetime: 90d, renewBefore: 20d }
                        credentials:
                          ci/deploy:
                            issuer: { kind: gitlab-rest, user: deployer }
                            scopes: [write_repository, api]
                            targets:
                              - kind: sql-row
                                url: jdbc:sqlite:tokens.db
                                table: tokens
                                key: { id: '7' }
                                column: value
                            policy: { lifetime: 30d, grace: 1h }
                        """);
        assertThat(config.policy()).isEqualTo(new Policy(90, Duration.ofDays(20), Duration.ofHours(24), 0));
        assertThat(config.credentials())
                .containsExactly(new CredentialConfig(
                        new CredentialName("ci/deploy"),
                        new IssuerConfig.GitLabRest("deployer"),
                        new TreeSet<>(Set.of("api", "write_repository")),
                        List.of(new TargetConfig.SqlRow(
                                new DatabaseConfig(
                                        "jdbc:sqlite:" + folder.resolve("tokens.db"),
                                        Optional.empty(),
                                        Optional.empty()),
                                "tokens",
                                "id",
                                "7",
                                "value",
                                new TreeMap<>())),
                        new Policy(30, Duration.ofDays(20), Duration.ofHours(1), 0)));
    }

    @Test
    void giveWayToWhatTheFileSays() {
        Config config = new Read(folder).loaded(Examples.FULL);
        assertThat(config.gitlab())
                .isEqualTo(new GitLabConfig(
                        URI.create("http://127.0.0.1:40080/gitlab"),
                        List.of(
                                Read.SOURCES.env("ADMIN"),
                                Read.SOURCES.file(folder.resolve("admin-token")),
                                Read.SOURCES.envFile(Path.of("/home/somebody/x/.env"), "GITLAB_ROOT_TOKEN"),
                                Read.SOURCES.command(List.of("/home/somebody/bin/vault", "~/read", "gitlab"))),
                        32,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(90),
                        Optional.of(folder.resolve("ca.pem")),
                        Optional.of(URI.create("http://proxy:3128"))));
        assertThat(config.policy()).isEqualTo(new Policy(180, Duration.ofDays(30), Duration.ofHours(36), 14));
        assertThat(config.journal())
                .isEqualTo(new DatabaseConfig(
                        "jdbc:postgresql://db/koshin",
                        Optional.of("koshin"),
                        Optional.of(Read.SOURCES.file(Path.of("/run/secrets/journal")))));
        ExastroConfig.Organizations organizations =
                config.exastro().orElseThrow().organizations();
        assertThat(organizations.table()).isEqualTo("ORGANIZATIONS");
        assertThat(organizations.policy().spreadDays()).isEqualTo(20);
        assertThat(organizations.policy().lifetimeDays()).isEqualTo(180);
        assertThat(organizations.scopes()).containsExactly("api", "read_user");
        assertThat(config.credentials()).singleElement().satisfies(credential -> {
            assertThat(credential.targets().getFirst())
                    .isInstanceOfSatisfying(
                            TargetConfig.SqlRow.class,
                            row -> assertThat(row.where())
                                    .isEqualTo(new TreeMap<>(Map.of("ACTIVE", "1", "REALM", "x"))));
            assertThat(credential.targets().subList(1, 3))
                    .containsExactly(
                            new TargetConfig.EnvFile(Path.of("/home/somebody/x/.env"), "GITLAB_ROOT_TOKEN"),
                            new TargetConfig.HelmValues(folder.resolve("exastro.yaml"), "global.secret.TOKEN"));
        });
    }
}
