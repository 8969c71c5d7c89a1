package dev.koshin.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.e2e.Child;
import dev.koshin.e2e.Distribution;
import dev.koshin.e2e.Simulated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** The manual's 10.4 in a cluster, by the shipped program. */
final class KubernetesTest {
    private static final String OLD = "7Kcu7r1J5fROebLZe6So";
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    /** The token stands in it three times, and counts once. */
    private static final String VALUES = """
            # settings of the installation
            global:
              gitlabDefinition:
                config:
                  GITLAB_HOST: gitlab
                secret:
                  GITLAB_ROOT_PASSWORD: "the-root-password"
                  GITLAB_ROOT_TOKEN: "%s"   # 20 characters
            gitlab:
              notes: |
                GITLAB_ROOT_TOKEN: "%s"
            """;

    @TempDir
    private Path folder;

    private final Namespace namespace = new Namespace(OLD);
    private Optional<Simulated> running = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        Files.createDirectory(folder.resolve("bin"));
        program("ssh", "for last; do :; done; exec sh -c \"$last\"");
        program("kubectl", "while [ \"$1\" != -- ]; do shift; done; shift; exec \"$@\"");
        Files.writeString(folder.resolve("seed.json"), """
                {"users": [{"id": 1, "username": "root", "admin": true}],
                 "tokens": [{"id": 1, "userId": 1, "name": "exastro system token",
                             "scopes": ["api", "write_repository", "sudo"], "createdAt": "%s",
                             "expiresAt": "%s", "value": "%s"}]}
                """.formatted(
                        Instant.now().minus(Duration.ofDays(345)),
                        LocalDate.now(ZoneOffset.UTC).plusDays(20),
                        OLD));
        Simulated gitlab = Simulated.start(
                Distribution.built().warm(),
                folder,
                List.of(
                        "--seed",
                        "seed.json",
                        "--gitlab-rails",
                        bin("gitlab-rails").toString()));
        running = Optional.of(gitlab);
        Files.writeString(folder.resolve("exastro.yaml"), VALUES.formatted(OLD, OLD));
        Files.writeString(folder.resolve("koshin.yaml"), """
                version: 1
                gitlab:
                  url: %s
                  admin:
                    kubernetesSecret:
                      { namespace: exastro, name: ita-secret-gitlab, key: GITLAB_ROOT_TOKEN, kubeconfig: %s }
                policy: { grace: 1h }
                exastro:
                  root:
                    kubernetes: { namespace: exastro, values: exastro.yaml, kubeconfig: %s, limit: 30s }
                """.formatted(
                        gitlab.address(), namespace.kubeconfig(folder), namespace.kubeconfig(folder)));
    }

    @AfterEach
    void stop() {
        running.ifPresent(Simulated::close);
        namespace.close();
    }

    private Simulated gitlab() {
        return running.orElseThrow();
    }

    /** Programs that stand in for those that lead to another machine. */
    private void program(String name, String text) throws IOException {
        Files.writeString(bin(name), "#!/bin/sh\n" + text + "\n");
        boolean _ = bin(name).toFile().setExecutable(true);
    }

    private Path bin(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private Child koshin(String... arguments) {
        String path = bin("") + ":" + System.getenv("PATH");
        return Distribution.built().start(folder, Map.of("PATH", path), List.of(arguments));
    }

    private String good(String... arguments) {
        Child koshin = koshin(arguments);
        assertThat(koshin.exit()).as(() -> koshin.stdout() + koshin.stderr()).isZero();
        return koshin.stdout();
    }

    @Test
    void renew_changes_both_secrets_and_the_values_file_in_step_and_restarts_who_reads_them() throws IOException {
        ObjectNode before = namespace.secret("ita-secret-gitlab");

        String said = good("renew", "exastro/root", "--yes");

        String fresh = namespace.token("ita-secret-gitlab");
        assertThat(fresh).isNotEqualTo(OLD);
        assertThat(namespace.token("platform-secret-gitlab")).isEqualTo(fresh);
        assertThat(folder.resolve("exastro.yaml")).hasContent(VALUES.formatted(fresh, OLD));
        assertThat(namespace.restarts()).isEqualTo(1);
        ObjectNode after = namespace.secret("ita-secret-gitlab");
        assertThat(after.at("/data/GITLAB_ROOT_PASSWORD")).isEqualTo(before.at("/data/GITLAB_ROOT_PASSWORD"));
        assertThat(after.at("/metadata/labels")).isEqualTo(before.at("/metadata/labels"));
        assertThat(gitlab().control().look(OLD)).isEqualTo(OK);
        assertThat(gitlab().control().look(fresh)).isEqualTo(OK);
        assertThat(said + good("history")).contains("environment compared").doesNotContain(OLD, fresh);
    }

    @Test
    void retire_revokes_the_old_token_and_restarts_nothing() {
        String _ = good("renew", "exastro/root", "--yes");

        String _ = good("retire", "exastro/root", "--retire-now");

        assertThat(gitlab().control().look(OLD)).isEqualTo(UNAUTHORIZED);
        assertThat(gitlab().control().look(namespace.token("ita-secret-gitlab")))
                .isEqualTo(OK);
        assertThat(namespace.restarts()).isEqualTo(1);
    }

    @Test
    void plan_and_doctor_say_what_they_see_and_write_nothing() throws IOException {
        assertThat(good("plan"))
                .contains("recreates ita-api-admin")
                .containsPattern("gitlab-rails \\(kubectl --kubeconfig \\S+ exec -n exastro deploy/gitlab\\)");
        Child doctor = koshin("doctor");
        assertThat(doctor.exit()).isIn(0, 3);
        assertThat(doctor.stdout()).contains("ita-secret-gitlab", "platform-secret-gitlab", "exastro.yaml");
        assertThat(folder.resolve("exastro.yaml")).hasContent(VALUES.formatted(OLD, OLD));
        assertThat(namespace.token("ita-secret-gitlab")).isEqualTo(OLD);
    }

    @Test
    void values_that_would_wipe_the_data_are_not_touched() throws IOException {
        Files.writeString(folder.resolve("exastro.yaml"), VALUES.formatted(OLD, OLD) + "reinstall: true\n");

        Child koshin = koshin("renew", "exastro/root", "--yes");

        assertThat(koshin.exit()).isEqualTo(1);
        assertThat(koshin.stdout() + koshin.stderr()).contains("target-wipes-data");
        assertThat(namespace.token("ita-secret-gitlab")).isEqualTo(OLD);
        assertThat(gitlab().control().get("tokens")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{ kind: gitlab-rest }, { kind: gitlab-rails }] | gitlab-rails (local)",
                "[{ kind: gitlab-rest }, { kind: gitlab-rails, ssh: { host: gitlab } }] | gitlab-rails (ssh gitlab)",
                "[{ kind: gitlab-rails, kubectl: { pod: deploy/gitlab, namespace: exastro } }] | deploy/gitlab",
            })
    void an_expired_token_is_replaced_by_gitlab_rails_wherever_that_is(String ways, String way) throws IOException {
        Files.writeString(
                folder.resolve("koshin.yaml"),
                Files.readString(folder.resolve("koshin.yaml")) + "    issuer: " + ways + "\n");
        gitlab().control().send("PUT", "clock", "{\"advance\": \"P30D\"}");
        assertThat(good("plan")).contains("expired");

        String _ = good("renew", "exastro/root", "--yes");

        String fresh = namespace.token("ita-secret-gitlab");
        assertThat(gitlab().control().look(fresh)).as(way).isEqualTo(OK);
        assertThat(namespace.token("platform-secret-gitlab")).isEqualTo(fresh);
        assertThat(folder.resolve("exastro.yaml")).hasContent(VALUES.formatted(fresh, OLD));
    }
}
