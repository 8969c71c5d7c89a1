package dev.koshin.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.CredentialName;
import dev.koshin.plan.Policy;
import dev.koshin.process.Inside;
import dev.koshin.secret.KubernetesReference;
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
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void leadIntoADatabaseByTheWordsThatArePlain() {
        Config config = new Read(folder).loaded(Read.MINIMAL + """
                        exastro:
                          organizations:
                            database: { podman: mariadb, user: ITA_USER, password: { env: P } }
                        """);
        assertThat(config.exastro().orElseThrow().organizations().orElseThrow().database())
                .isEqualTo(new TargetDatabase.Client(
                        new Inside.Podman("mariadb"), Optional.empty(), "ITA_USER", Read.SOURCES.env("P")));
    }

    @Test
    void fillInTheFolderOfTheBackup() {
        String recipient = "age1apm53hh8mf3sx085razvfxfw4udd5tq0yv58xt8qep5rcffhnqtqtn955s";
        Config config = new Read(folder).loaded(Read.MINIMAL + "backup: { recipient: " + recipient + " }\n");
        assertThat(config.backup()).contains(new BackupConfig(folder.resolve("koshin-backup"), List.of(recipient)));
    }

    @Test
    void fillInThePresetForExastro() {
        Config config = new Read(folder).loaded(Read.MINIMAL + """
                        exastro:
                          organizations:
                            database: { url: "jdbc:mariadb://db/ITA_DB", user: ITA_USER, password: { env: P } }
                        """);
        assertThat(config.exastro())
                .contains(new ExastroConfig(
                        Optional.of(new ExastroConfig.Organizations(
                                new DatabaseConfig(
                                        "jdbc:mariadb://db/ITA_DB",
                                        Optional.of("ITA_USER"),
                                        Optional.of(Read.SOURCES.env("P"))),
                                "T_COMN_ORGANIZATION_DB_INFO",
                                Policy.DEFAULT,
                                new TreeSet<>(Set.of("api")))),
                        Optional.empty()));
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
                        new IssuersConfig("deployer", List.of(new IssuerConfig.GitLabRest())),
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
                                Read.SOURCES.command(List.of("/home/somebody/bin/vault", "~/read", "gitlab")),
                                Read.SOURCES.kubernetesSecret(new KubernetesReference(
                                        "a",
                                        "b",
                                        "C_D",
                                        Optional.of(Path.of("/home/somebody/.kube/config")),
                                        Optional.of("production")))),
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
        assertThat(config.backup().orElseThrow().directory()).isEqualTo(Path.of("/home/somebody/kept"));
        assertThat(config.backup().orElseThrow().recipients())
                .containsExactly(
                        "age1apm53hh8mf3sx085razvfxfw4udd5tq0yv58xt8qep5rcffhnqtqtn955s",
                        "age17t6mnrqaejdr48f7h8s7clg4nucv4yt5uq5n2klnlkpd5x05u3yqazp3w7");
        ExastroConfig.Organizations organizations =
                config.exastro().orElseThrow().organizations().orElseThrow();
        assertThat(organizations.table()).isEqualTo("ORGANIZATIONS");
        assertThat(organizations.policy().spreadDays()).isEqualTo(20);
        assertThat(organizations.policy().lifetimeDays()).isEqualTo(180);
        assertThat(organizations.scopes()).containsExactly("api", "read_user");
        RootConfig root = config.exastro().orElseThrow().root().orElseThrow();
        assertThat(root.issuer().user()).isEqualTo("admin");
        assertThat(root.issuer().ways()).hasSize(8);
        assertThat(root.issuer().ways().get(3))
                .isEqualTo(new IssuerConfig.GitLabRails(
                        new IssuerConfig.Place.Within(new Inside.Kubernetes(
                                List.of(
                                        "kubectl",
                                        "--kubeconfig",
                                        folder.resolve("c").toString(),
                                        "--context",
                                        "b"),
                                Optional.of("a"),
                                Optional.of("gitlab"),
                                "deploy/gitlab")),
                        Duration.ofMinutes(15)));
        assertThat(root.scopes()).containsExactly("admin_mode", "api");
        assertThat(root.policy().grace()).isEqualTo(Duration.ofDays(2));
        assertThat(root.place())
                .isEqualTo(new RootConfig.Compose(
                        Path.of("/home/somebody/exastro-docker-compose"),
                        true,
                        Optional.of(List.of("sudo", "podman")),
                        Optional.of(List.of("sudo", "docker-compose")),
                        "23:00-05:30",
                        Duration.ofMinutes(20),
                        true));
        assertThat(config.credentials()).singleElement().satisfies(credential -> {
            assertThat(credential.targets().getFirst())
                    .isInstanceOfSatisfying(
                            TargetConfig.SqlRow.class,
                            row -> assertThat(row.where())
                                    .isEqualTo(new TreeMap<>(Map.of("ACTIVE", "1", "REALM", "x"))));
            assertThat(credential.targets().subList(1, 4))
                    .containsExactly(
                            new TargetConfig.EnvFile(Path.of("/home/somebody/x/.env"), "GITLAB_ROOT_TOKEN"),
                            new TargetConfig.HelmValues(folder.resolve("exastro.yaml"), "global.secret.TOKEN"),
                            new TargetConfig.KubernetesSecret(new KubernetesReference(
                                    "ci",
                                    "deploy.token",
                                    "TOKEN",
                                    Optional.of(folder.resolve("k")),
                                    Optional.of("c"))));
        });
    }

    @Test
    void fillInTheRootTokenOfACluster() {
        RootConfig root = new Read(folder)
                .loaded(Examples.CLUSTER)
                .exastro()
                .orElseThrow()
                .root()
                .orElseThrow();
        assertThat(root.issuer()).isEqualTo(new IssuersConfig("root", List.of()));
        assertThat(root.scopes()).containsExactly("api", "sudo", "write_repository");
        assertThat(root.place())
                .isEqualTo(new RootConfig.Kubernetes(
                        "exastro",
                        Path.of("/home/somebody/exastro.yaml"),
                        Optional.of(new RootConfig.Helm("exastro", "exastro/exastro")),
                        Optional.of(Path.of("/home/somebody/.kube/config")),
                        Optional.of("production"),
                        Duration.ofMinutes(5)));
    }

    @Test
    void fillInTheRootTokenOfAComposeProject() {
        RootConfig root = new Read(folder)
                .loaded(Read.MINIMAL + "exastro: { root: { compose: { directory: x } } }\n")
                .exastro()
                .orElseThrow()
                .root()
                .orElseThrow();
        assertThat(root.place())
                .isEqualTo(new RootConfig.Compose(
                        folder.resolve("x"),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        "01:00-05:00",
                        Duration.ofMinutes(15),
                        false));
    }
}
