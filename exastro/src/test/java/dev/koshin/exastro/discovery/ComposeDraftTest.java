package dev.koshin.exastro.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every kind of compose installation gets. */
final class ComposeDraftTest {
    @Test
    void with_docker_and_everything_bundled() {
        Situation all = Situation.installed()
                .running("ita-api-admin")
                .running("gitlab", new Box.Published(40080, "0.0.0.0", 40080))
                .running("mariadb")
                .answering("http://127.0.0.1:40080");

        assertThat(all.keys()).isEqualTo("""
                version: 1
                gitlab:
                  url: "http://127.0.0.1:40080"
                  admin: { envFile: { path: /home/ita/exastro-docker-compose/.env, key: GITLAB_ROOT_TOKEN } }
                journal:
                  url: jdbc:sqlite:koshin.db
                exastro:
                  organizations:
                    database:
                      docker: mariadb
                      user: ITA_USER
                      password: { envFile: { path: /home/ita/exastro-docker-compose/.env, key: ITA_DB_PASSWORD } }
                  root:
                    user: root
                    compose:
                      directory: /home/ita/exastro-docker-compose
                      engine: docker
                """);
        assertThat(all.points())
                .containsExactly(
                        "COMPOSE_PROJECT[/home/ita/exastro-docker-compose]",
                        "ADMIN_TOKEN[GITLAB_ROOT_TOKEN, /home/ita/exastro-docker-compose/.env]",
                        "CONTAINERS[docker, ita-api-admin, gitlab, mariadb]",
                        "GITLAB_BUNDLED[gitlab]",
                        "GITLAB_ANSWERS[http://127.0.0.1:40080]",
                        "DATABASE_CONTAINER[mariadb]",
                        "DATABASE_USER[ITA_USER]");
    }

    @Test
    void with_rootless_podman() {
        Situation podman =
                Situation.installed().engine("podman").running("mariadb").running("gitlab");
        assertThat(podman.keys())
                .contains("podman: mariadb\n", "engine: podman\n")
                .doesNotContain("docker:");
    }

    @Test
    void before_anything_runs_the_file_tells_and_the_rest_is_assumed() {
        Situation asleep = Situation.installed().with("HOST_DOCKER_SOCKET_PATH=/run/user/1000/podman/podman.sock");
        assertThat(asleep.keys()).contains("url: \"http://127.0.0.1:40080\"", "podman: mariadb", "engine: podman");
        assertThat(asleep.points())
                .contains(
                        "CONTAINER_MISSING[docker]",
                        "ENGINE_ASSUMED[podman]",
                        "GITLAB_BUNDLED_BY_PROFILE[all]",
                        "GITLAB_ADDRESS[http://127.0.0.1:40080, gitlab-unreachable]",
                        "DATABASE_CONTAINER_ASSUMED[mariadb]");
    }

    @Test
    void with_an_external_gitlab_nobody_can_enter_it() {
        Situation external = new Situation("""
                COMPOSE_PROFILES=base
                GITLAB_PROTOCOL=https
                GITLAB_HOST=git.example.com
                GITLAB_PORT=443
                GITLAB_ROOT_TOKEN=glpat-abc
                ITA_DB_PASSWORD=p
                """, List.of(), "docker", List.of("https://git.example.com:443"));
        assertThat(external.keys())
                .contains("url: \"https://git.example.com:443\"", "- { kind: gitlab-rest }", "- { kind: manual }")
                .doesNotContain("rails");
        assertThat(external.points())
                .contains(
                        "GITLAB_EXTERNAL[git.example.com]",
                        "ROOT_USER[]",
                        "GITLAB_ANSWERS[https://git.example.com:443]");
    }

    @Test
    void an_external_database_is_reached_by_jdbc() {
        Situation external = Situation.installed()
                .with("ITA_DB_HOST=db.example.com")
                .with("ITA_DB_PORT=3307")
                .with("ITA_DB_VENDOR=mysql")
                .with("ITA_DB_USER=ita");
        assertThat(external.keys())
                .contains("url: \"jdbc:mysql://db.example.com:3307/ITA_DB\"", "user: ita\n")
                .doesNotContain("docker: ");
        assertThat(external.points()).contains("DATABASE_ADDRESS[db.example.com:3307]");
        assertThat(external.answering("db.example.com:3307").points())
                .contains("DATABASE_ANSWERS[db.example.com:3307]");
    }

    @Test
    void a_bundled_database_whose_port_is_published_is_reached_by_jdbc_if_it_answers() {
        Situation published = Situation.installed().running("mariadb", new Box.Published(3306, "0.0.0.0", 13306));
        assertThat(published.answering("127.0.0.1:13306").keys())
                .contains("url: \"jdbc:mariadb://127.0.0.1:13306/ITA_DB\"");
        assertThat(published.keys()).contains("docker: mariadb");
    }

    @Test
    void another_mysql_on_this_host_is_not_taken_for_it() {
        assertThat(Situation.installed()
                        .running("mariadb")
                        .answering("127.0.0.1:3306")
                        .keys())
                .contains("docker: mariadb");
    }

    @Test
    void a_container_that_does_not_run_is_told() {
        Box stopped = new Box("gitlab", "gitlab", Situation.DIRECTORY, false, false, List.of());
        Situation down = new Situation(Situation.installed().env(), List.of(stopped), "docker", List.of());
        assertThat(down.points())
                .contains("CONTAINERS[docker, gitlab]", "CONTAINER_STOPPED[gitlab]", "GITLAB_BUNDLED[gitlab]");
    }

    @Test
    void an_engine_that_denies_this_user_is_told_apart_from_one_that_is_not_there() {
        assertThat(new Containers("docker", new Look.Unseen<>("permission denied while trying to connect")).nothing())
                .isEqualTo(Remark.of(Point.ENGINE_DENIED, "docker"));
        assertThat(new Containers("docker", new Look.Unseen<>("not installed")).nothing())
                .isEqualTo(Remark.of(Point.ENGINE_UNSEEN, "docker", "not installed"));
    }

    @Test
    void secrets_that_are_not_set_are_told() {
        assertThat(Situation.installed()
                        .with("GITLAB_ROOT_TOKEN=")
                        .with("ITA_DB_PASSWORD=")
                        .points())
                .contains(
                        "SECRET_UNSET[GITLAB_ROOT_TOKEN, /home/ita/exastro-docker-compose/.env]",
                        "SECRET_UNSET[ITA_DB_PASSWORD, /home/ita/exastro-docker-compose/.env]",
                        "ENV_TWICE[/home/ita/exastro-docker-compose/.env, GITLAB_ROOT_TOKEN, 5, 7]");
    }

    @Test
    void an_empty_host_means_that_there_is_no_gitlab() {
        assertThat(Situation.installed().with("GITLAB_HOST=").facts().withoutGitLab())
                .isTrue();
        assertThat(Situation.installed().facts().withoutGitLab()).isFalse();
    }

    @Test
    void no_secret_is_in_a_draft() {
        Draft draft = ComposeDraft.of(Situation.installed().facts());
        assertThat(draft.toString()).doesNotContain("EgcsQQWuw7U5klxkW008", "3lTbwvkQZvur");
    }
}
