package dev.koshin.exastro.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every kind of release in a cluster gets; the API server is pretended. */
final class ClusterDraftTest {
    @TempDir
    private Path here;

    private final ReleaseInCluster release = new ReleaseInCluster();

    @BeforeEach
    void values() throws IOException {
        here = here.toRealPath();
        Files.writeString(here.resolve("exastro.yaml"), """
                global:
                  gitlabDefinition:
                    secret:
                      GITLAB_ROOT_TOKEN: "%s"
                """.formatted(ReleaseInCluster.TOKEN));
    }

    @AfterEach
    void close() {
        release.close();
    }

    private Draft drafted(String... open) {
        return release.look(here, Optional.of("exastro"), List.of(open)) instanceof Discovered.Drafted(Draft draft)
                ? draft
                : new Draft("none", List.of(), List.of());
    }

    @Test
    void with_everything_bundled() {
        Draft draft = drafted();
        String reference =
                "namespace: exastro, name: %s, key: %s, kubeconfig: " + here.resolve("kubeconfig") + ", context: here";
        assertThat(Situation.keys(draft)).isEqualTo("""
                version: 1
                gitlab:
                  url: "http://127.0.0.1:40080"
                  admin: { kubernetesSecret: { %s } }
                journal:
                  url: jdbc:sqlite:koshin.db
                exastro:
                  organizations:
                    database:
                      kubectl: { pod: deploy/mariadb, namespace: exastro, kubeconfig: %s, context: here }
                      user: ITA_USER
                      password: { kubernetesSecret: { %s } }
                  root:
                    user: root
                    kubernetes:
                      namespace: exastro
                      values: %s
                      kubeconfig: %s
                      context: here
                """.formatted(
                        reference.formatted("ita-secret-gitlab", "GITLAB_ROOT_TOKEN"),
                        here.resolve("kubeconfig"),
                        reference.formatted("ita-secret-ita-database", "DB_PASSWORD"),
                        here.resolve("exastro.yaml"),
                        here.resolve("kubeconfig")));
        assertThat(Situation.points(draft.remarks()))
                .containsExactly(
                        "NAMESPACE[exastro]",
                        "RELEASE[ita]",
                        "VALUES_FILE[" + here.resolve("exastro.yaml") + "]",
                        "CONTEXT_CURRENT[here]",
                        "ADMIN_TOKEN[GITLAB_ROOT_TOKEN, Secret ita-secret-gitlab]",
                        "GITLAB_BUNDLED[gitlab]",
                        "GITLAB_ADDRESS[http://127.0.0.1:40080, gitlab-unreachable]",
                        "GITLAB_FORWARDED[kubectl port-forward -n exastro service/gitlab 40080:40080]",
                        "DATABASE_POD[deploy/mariadb]");
        assertThat(draft.toString()).doesNotContain(ReleaseInCluster.TOKEN, ReleaseInCluster.PASSWORD);
    }

    @Test
    void with_an_external_gitlab_and_an_external_database() {
        release.delete("deployments/gitlab");
        release.delete("deployments/mariadb");
        release.config(
                "ita-params-gitlab",
                Map.of("GITLAB_PROTOCOL", "https", "GITLAB_HOST", "git.example.com", "GITLAB_PORT", "443"));
        release.config(
                "ita-params-ita-database",
                Map.of("DB_VENDOR", "mysql", "DB_HOST", "db.example.com", "DB_PORT", "3306", "DB_DATABASE", "ITA_DB"));
        Draft draft = drafted("https://git.example.com:443", "db.example.com:3306");
        assertThat(Situation.keys(draft))
                .contains(
                        "url: \"https://git.example.com:443\"",
                        "url: \"jdbc:mysql://db.example.com:3306/ITA_DB\"",
                        "- { kind: manual }")
                .doesNotContain("kubectl");
        assertThat(Situation.points(draft.remarks()))
                .contains(
                        "GITLAB_EXTERNAL[git.example.com]",
                        "ROOT_USER[]",
                        "GITLAB_ANSWERS[https://git.example.com:443]",
                        "DATABASE_ANSWERS[db.example.com:3306]");
    }

    @Test
    void a_node_port_is_open_at_the_host_of_the_api_server() {
        release.put("services/gitlab", """
                {"spec":{"type":"NodePort","ports":[{"port":40080,"nodePort":30082}]}}""");
        assertThat(Situation.keys(drafted())).contains("url: \"http://127.0.0.1:30082\"");
        assertThat(Situation.points(drafted().remarks())).noneMatch(point -> point.startsWith("GITLAB_FORWARDED"));
    }

    @Test
    void an_ingress_and_a_load_balancer_are_likelier_than_a_forwarded_port() {
        release.put("services/gitlab", """
                {"spec":{"ports":[]},"status":{"loadBalancer":{"ingress":[{"ip":"192.0.2.9"}]}}}""");
        assertThat(Situation.keys(drafted())).contains("url: \"http://192.0.2.9:40080\"");
        release.put("ingresses/gitlab", """
                {"spec":{"tls":[{"hosts":["git.example.com"]}],"rules":[{"host":"other.example.com","http":{"paths":[
                  {"backend":{"service":{"name":"platform-auth"}}}]}},{"host":"git.example.com","http":{"paths":[
                  {"backend":{"service":{"name":"gitlab"}}}]}}]}}""");
        assertThat(Situation.keys(drafted())).contains("url: \"https://git.example.com\"");
    }

    @Test
    void what_this_user_may_not_read_is_told_and_the_usual_case_assumed() {
        var _ = release.server().forbid("get secrets").forbid("get configmaps").forbid("get deployments");
        Draft draft = drafted();
        assertThat(Situation.points(draft.remarks()))
                .contains(
                        "RESOURCE_UNSEEN[Deployment ita-api-admin, HTTP 403 Forbidden]",
                        "RESOURCE_UNSEEN[Secret ita-secret-gitlab, HTTP 403 Forbidden]",
                        "RESOURCE_UNSEEN[ConfigMap ita-params-gitlab, HTTP 403 Forbidden]",
                        "GITLAB_BUNDLED_BY_HOST[gitlab]",
                        "DATABASE_POD_ASSUMED[deploy/mariadb]",
                        "DATABASE_USER[ITA_USER]");
        assertThat(Situation.keys(draft)).contains("kubectl: { pod: deploy/mariadb");
    }

    @Test
    void a_values_file_that_is_not_here_is_asked_for() throws IOException {
        Files.delete(here.resolve("exastro.yaml"));
        Draft draft = drafted();
        assertThat(Situation.points(draft.remarks())).contains("VALUES_MISSING[" + here + "]");
        assertThat(draft.lines())
                .contains(new Draft.Comment("      ", Note.VALUES_FILL_IN, List.of()))
                .contains(new Draft.Text("      values: " + here.resolve("exastro.yaml")));
    }

    @Test
    void a_release_without_a_gitlab_has_nothing_to_renew() {
        release.config("ita-params-gitlab", Map.of("GITLAB_HOST", ""));
        assertThat(release.look(here, Optional.of("exastro"), List.of()))
                .isEqualTo(new Discovered.WithoutGitLab("exastro", "ConfigMap ita-params-gitlab"));
    }

    @Test
    void the_namespace_is_found_without_being_named() {
        assertThat(release.look(here, Optional.empty(), List.of()))
                .isInstanceOfSatisfying(
                        Discovered.Drafted.class,
                        found -> assertThat(found.draft().place()).isEqualTo("exastro"));
    }

    @Test
    void a_namespace_without_exastro_is_none() {
        assertThat(release.look(here, Optional.of("default"), List.of()))
                .isEqualTo(new Discovered.Nowhere(
                        List.of(Remark.of(Point.RESOURCE_MISSING, "Deployment default/ita-api-admin"))));
    }

    @Test
    void a_cluster_that_is_away_is_told() {
        Path kubeconfig = release.server().kubeconfig(here);
        release.close();
        assertThat(kubeconfig).exists();
        assertThat(release.look(here, Optional.of("exastro"), List.of()))
                .isEqualTo(new Discovered.Nowhere(List.of(Remark.of(Point.NO_CLUSTER, "refuses connections"))));
    }

    @Test
    void nothing_in_the_cluster_is_changed() {
        var _ = drafted();
        assertThat(release.server().heard())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"));
    }
}
