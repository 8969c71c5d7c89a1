package dev.koshin.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The root token of a compose project, with an engine that is a script. */
final class RootTest {
    private static final String ROOT = "exastro/root";

    /** As much of {@code docker} and {@code docker compose} as is called: a file for each container. */
    private static final String ENGINE = """
            #!/bin/sh
            here=$(dirname "$0")
            for last; do :; done
            case $1 in
                ps) cat "$here/boxes/${last##*=}" 2>/dev/null | head -n 1 ;;
                inspect)
                    value=$(grep -l "^$last\\$" "$here"/boxes/* | xargs tail -n 1)
                    printf '[{"Id":"%s","RestartCount":0,"State":{"Status":"running"},' "$last"
                    printf '"Config":{"Env":["GITLAB_ROOT_TOKEN=%s"],"Labels":{}}}]' "$value" ;;
                up)
                    . "$here/.env"
                    echo "$last" >>"$here/recreated"
                    printf '%s\\n%s\\n' "id-$last-$(wc -l <"$here/recreated")" "$GITLAB_ROOT_TOKEN" >"$here/boxes/$last" ;;
                *) exit 1 ;;
            esac
            """;

    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void start() throws IOException, SQLException {
        site = Site.in(folder);
        site.write("engine", ENGINE);
        boolean _ = site.path("engine").toFile().setExecutable(true);
        Files.createDirectory(site.path("boxes"));
        for (String service : List.of("ita-api-admin", "gitlab", "ita-by-ansible-execute")) {
            site.write("boxes/" + service, "id-" + service + "\n" + site.seeded("root") + "\n");
        }
        configure("00:00-00:00", "");
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private void configure(String window, String more) throws IOException {
        site.configure("""
                  root:
                    compose:
                      directory: %s
                      engineCommand: [ %s ]
                      composeCommand: [ %s ]
                      window: "%s"
                """.formatted(folder, site.path("engine"), site.path("engine"), window) + more);
    }

    /** Hours from now, as the window of another time of day. */
    private static String elsewhen() {
        LocalTime then = LocalTime.now(ZoneId.systemDefault()).plusHours(10).withMinute(0);
        return "%02d:00-%02d:00".formatted(then.getHour(), then.plusHours(1).getHour());
    }

    private String token() throws IOException {
        return Files.readString(site.path(".env")).strip().replace("GITLAB_ROOT_TOKEN=", "");
    }

    private List<String> recreated() throws IOException {
        return Files.exists(site.path("recreated")) ? Files.readAllLines(site.path("recreated")) : List.of();
    }

    private boolean works(String token) {
        String print = Secret.of(token).fingerprint().value();
        return site.gitlab().tokens().stream().anyMatch(one -> one.fingerprint().equals(print) && one.active());
    }

    @Test
    void plan_says_by_which_ways_and_who_stands_still() {
        String plan = site.koshin("plan", ROOT, "--force").exits(Exit.OK).out();
        assertThat(plan)
                .contains("first of these ways that is open: gitlab-rest, gitlab-rails (" + site.path("engine")
                        + " exec gitlab)")
                .contains("recreates ita-api-admin, which stands still for seconds")
                .contains("gitlab is recreated and stands still for minutes, between 00:00-00:00")
                .doesNotContain("No service is stopped");
        assertThat(site.japanese("plan", ROOT, "--force").exits(Exit.OK).out()).contains("数秒停止", "数分停止");
        assertThat(site.koshin("plan").exits(Exit.OK).out()).contains("stands still");
        assertThat(site.writes()).isEmpty();
    }

    @Test
    void renew_delivers_recreates_and_leaves_both_tokens_alive() throws IOException {
        String old = token();
        Ran ran = site.koshin("renew", ROOT, "--force", "--yes").exits(Exit.OK);
        assertThat(token()).isNotEqualTo(old);
        assertThat(works(token())).isTrue();
        assertThat(works(old)).isTrue();
        assertThat(recreated()).containsExactly("ita-api-admin");
        assertThat(ran.out() + ran.err()).doesNotContain(old, token());
    }

    @Test
    void the_old_token_does_not_go_outside_the_window_and_goes_at_once_if_somebody_wants_it() throws IOException {
        String old = token();
        configure(elsewhen(), "policy: { grace: 0d }\n");
        assertThat(site.koshin("renew", ROOT, "--force", "--yes").exits(Exit.OK).out())
                .contains("container gitlab id-gitlab");
        assertThat(site.koshin("retire", ROOT).exits(Exit.OK).out()).contains("container gitlab id-gitlab");
        assertThat(works(old)).isTrue();
        var _ = site.koshin("retire", ROOT, "--retire-now").exits(Exit.OK);
        assertThat(works(old)).isFalse();
        assertThat(works(token())).isTrue();
        assertThat(recreated()).containsExactly("ita-api-admin", "gitlab");
        assertThat(site.koshin("status").exits(Exit.OK).out()).contains(ROOT);
    }

    @Test
    void the_root_token_comes_first_and_the_organizations_are_renewed_with_the_new_one() throws IOException {
        String old = token();
        configure("00:00-00:00", "policy: { grace: 0d }\n");
        var _ = site.koshin("renew", "--all", "--force", "--yes").exits(Exit.OK);
        assertThat(works(old)).isFalse();
        List<String> made =
                site.writes().stream().filter(write -> write.startsWith("POST")).toList();
        assertThat(made).hasSize(6);
        assertThat(made.getFirst()).contains("/users/1/");
        assertThat(site.gitlab().tokens().stream().filter(one -> one.active()).count())
                .as("one for each user, and that of a deleted organization")
                .isLessThanOrEqualTo(8);
    }

    @Test
    void a_dead_token_is_told_with_every_way_that_was_tried() throws IOException {
        site.gitlab().advanceClock(Duration.ofDays(400));
        String old = token();
        Ran ran = site.koshin("renew", ROOT, "--yes").exits(Exit.FAILED);
        assertThat(ran.err()).contains("Not by gitlab-rest: [admin-token-expired]", "Not by gitlab-rails");
        assertThat(token()).isEqualTo(old);
        assertThat(recreated()).isEmpty();
    }

    @Test
    void another_administrators_token_opens_the_api_again() throws IOException, InterruptedException {
        String second = made("[\"api\"]");
        revoke(token());
        site.write("second", second + "\n");
        Files.writeString(
                site.path("koshin.yaml"),
                Files.readString(site.path("koshin.yaml"))
                        .replaceFirst("admin: (.*)", "admin: [ $1, { file: second } ]"));
        var _ = site.koshin("renew", ROOT, "--yes").exits(Exit.OK);
        assertThat(works(token())).isTrue();
        assertThat(works(second)).isTrue();
    }

    /** Another token of root, made with the first. */
    private String made(String scopes) throws IOException, InterruptedException {
        String answer = call(
                "POST",
                "/users/1/personal_access_tokens",
                token(),
                "{\"name\":\"second\",\"scopes\":" + scopes + ",\"expires_at\":\""
                        + LocalDate.now(ZoneOffset.UTC).plusDays(90) + "\"}");
        return answer.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    private void revoke(String token) throws IOException, InterruptedException {
        var _ = call("DELETE", "/personal_access_tokens/self", token, "");
    }

    private String call(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(site.uri() + "/api/v4" + path))
                                    .header("PRIVATE-TOKEN", token)
                                    .header("Content-Type", "application/json")
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void a_token_that_somebody_made_comes_through_a_pipe() throws IOException, InterruptedException {
        String prepared = made("[\"api\",\"sudo\",\"write_repository\"]");
        revoke(token());
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(("wrong-one\n" + prepared + "\n").getBytes(UTF_8)));
        try {
            Ran ran = site.koshin("renew", ROOT, "--yes").exits(Exit.OK);
            assertThat(ran.err())
                    .contains("The new token is made by manual", "3. Token name: koshin exastro/root ")
                    .contains("no token that GitLab accepts", "2 more")
                    .doesNotContain(prepared);
        } finally {
            System.setIn(before);
        }
        assertThat(token()).isEqualTo(prepared);
        assertThat(recreated()).containsExactly("ita-api-admin");
    }

    @Test
    void a_database_that_is_away_does_not_keep_the_root_token_from_being_renewed() throws IOException {
        Files.delete(site.path("ita.db"));
        var _ = site.koshin("renew", "--all", "--yes").exits(Exit.FAILED);
        var _ = site.koshin("renew", ROOT, "--force", "--yes").exits(Exit.OK);
        assertThat(recreated()).containsExactly("ita-api-admin");
    }

    @Test
    void doctor_looks_at_the_file_and_the_containers_and_explains_the_trap() throws IOException {
        String said = site.koshin("doctor").out();
        assertThat(said)
                .contains(".env[GITLAB_ROOT_TOKEN]", "running: ita-api-admin, gitlab", "start script")
                .containsPattern("container's token +ok")
                .containsPattern("ways to renew root +ok +open: gitlab-rest, manual; shut: gitlab-rails")
                .containsPattern("ways after its death +warning")
                .contains("renewal-needs-person: ")
                .doesNotContain(token());
        site.write("engine", "#!/bin/sh\necho 'permission denied' >&2; exit 1\n");
        assertThat(site.koshin("doctor").exits(Exit.FAILED).out())
                .contains("engine-unreachable", "permission denied")
                .containsPattern("start script +not seen");
    }

    @Test
    void doctor_names_every_hazard_of_a_sick_compose_project_in_both_languages() throws IOException {
        String token = token();
        site.write("boxes/gitlab", "id-gitlab\nanotherTokenThatIsOld\n");
        site.write("boxes/ita-api-admin", "id-ita-api-admin\nanotherTokenThatIsOld\n");
        site.write(
                ".env",
                "GITLAB_HOST=gitlab\nLANGUAGE=ja\nLANGUAGE=en\nTITLE=two words\nGITLAB_ROOT_TOKEN=" + token + "\n");
        site.write("docker-compose.yml", "services: { ita-api-admin: { environment: { TOKEN: fixed } } }\n");
        site.write(".env.20260101-000000", "GITLAB_ROOT_TOKEN=anotherTokenThatIsOld\n");
        for (String open : List.of("", ".env", ".env.20260101-000000")) {
            Files.setPosixFilePermissions(site.path(open), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Ran english = site.koshin("doctor");
        Ran japanese = site.japanese("doctor");
        assertThat(List.of(english, japanese))
                .allSatisfy(ran -> assertThat(ran.out() + ran.err())
                        .contains(
                                "credential-broken",
                                "container-token-stale",
                                "start-script-stale",
                                "env-file-read-differently",
                                "line 4 ",
                                "env-file-repeats",
                                "LANGUAGE",
                                "compose-file-other-names",
                                "secret-readable-by-all",
                                "chmod 600 " + site.path(".env.20260101-000000"),
                                "renewal-needs-person",
                                "check-not-made")
                        .doesNotContain(token, "anotherTokenThatIsOld", "two words"));
        assertThat(english.out()).contains("docker compose up -d --no-deps gitlab");
        assertThat(japanese.out()).contains("再作成してください", "未確認");
    }
}
