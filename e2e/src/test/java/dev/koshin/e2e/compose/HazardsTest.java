package dev.koshin.e2e.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.koshin.e2e.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code koshin doctor} at an installation that is well, and at one that has as many hazards as one can have at once.
 */
final class HazardsTest {
    private static final String OTHER = "aTokenThatNobodyKnows1";

    @TempDir
    private Path folder;

    private Optional<ComposeLab> opened = Optional.empty();

    @BeforeEach
    void engine() {
        assumeTrue(Docker.shared().isPresent(), "this machine cannot run a container engine");
    }

    @AfterEach
    void close() {
        opened.ifPresent(ComposeLab::close);
    }

    /** The root token lives so many days more. */
    private ComposeLab lab(int days) throws IOException {
        String expires = LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
        ComposeLab lab = ComposeLab.start(Docker.shared().orElseThrow(), folder.toRealPath(), "18.11", expires);
        opened = Optional.of(lab);
        return lab;
    }

    private static JsonNode json(Child koshin) {
        int _ = koshin.exit();
        return JsonMapper.shared().readTree(koshin.stdout());
    }

    private static Map<String, String> results(JsonNode json) {
        Map<String, String> results = new TreeMap<>();
        json.path("checks")
                .valueStream()
                .forEach(check -> results.put(
                        check.path("check").asString(), check.path("result").asString()));
        return results;
    }

    private static Set<String> reasons(JsonNode json) {
        return json.path("checks")
                .valueStream()
                .flatMap(check -> check.path("problems").valueStream())
                .map(problem -> problem.path("reason").asString())
                .collect(Collectors.toSet());
    }

    @Test
    void all_is_well_at_an_installation_that_is_well() throws IOException {
        ComposeLab lab = lab(300);
        Map<String, String> before = lab.containers();

        Child doctor = lab.koshin("doctor", "-o", "json");

        assertThat(doctor.exit()).as(() -> doctor.stdout() + doctor.stderr()).isZero();
        JsonNode json = json(doctor);
        assertThat(results(json))
                .containsOnlyKeys(
                        "breaks",
                        "config",
                        "journal",
                        "journal-file",
                        "gitlab",
                        "admin",
                        "lifetime",
                        "clock",
                        "exastro-gitlab",
                        "issuers",
                        "issuers-later",
                        "place",
                        "containers",
                        "container-token",
                        "start-script",
                        "window",
                        "env-file",
                        "environment",
                        "compose-file",
                        "firewall",
                        "secret-files")
                .allSatisfy((key, result) -> assertThat(result).as(key).isEqualTo("ok"));
        assertThat(json.path("breaks").path("credential").asString()).isEqualTo("exastro/root");
        assertThat(json.path("breaks").path("days").asLong()).isBetween(298L, 300L);
        assertThat(doctor.stdout()).contains("is the GitLab of", "gitlab-rails (docker exec gitlab), gitlab-web");
        assertThat(lab.containers()).isEqualTo(before);
        assertThat(lab.koshin("--lang", "ja", "doctor").exit()).isZero();
    }

    @Test
    void every_hazard_is_found_and_named_in_both_languages_and_no_value_is_printed() throws IOException {
        ComposeLab lab = lab(20);
        lab.docker("stop", "--time", "0", "gitlab");
        makeSick(lab);
        Map<String, String> environment = new HashMap<>();
        environment.put("GITLAB_HOST", "gitlab.elsewhere");
        environment.put("PATH", lab.folder().resolve("bin") + ":" + System.getenv("PATH"));

        Child english = lab.koshinWith(environment, "doctor", "-o", "json");
        assertThat(english.exit()).isEqualTo(1);
        Child japanese = lab.koshinWith(environment, "--lang", "ja", "doctor");
        assertThat(japanese.exit()).isEqualTo(1);
        JsonNode json = json(english);
        Set<String> reasons = reasons(json);
        assertThat(reasons)
                .contains(
                        "credential-breaks-soon",
                        "exastro-gitlab-unreachable",
                        "renewal-needs-person",
                        "target-not-editable",
                        "container-token-stale",
                        "start-script-stale",
                        "env-file-read-differently",
                        "env-file-repeats",
                        "environment-beats-env-file",
                        "compose-file-other-names",
                        "setup-would-stop",
                        "secret-readable-by-all");
        assertThat(json.path("breaks").path("credential").asString()).isEqualTo("gitlab.admin");
        assertThat(json.path("breaks").path("complete").asBoolean(true)).isFalse();
        assertThat(results(json)).containsEntry("firewall", "failed").containsEntry("gitlab", "ok");
        assertThat(List.of(english.stdout() + english.stderr(), japanese.stdout() + japanese.stderr()))
                .allSatisfy(said -> assertThat(said)
                        .contains("chmod 600 " + lab.folder().resolve(".env.20260101-000000"))
                        .doesNotContain(ComposeLab.OLD, OTHER, "the-root-password"));
        assertThat(japanese.stdout()).contains(reasons.toArray(String[]::new)).startsWith("最初に使えなくなるもの: gitlab.admin、");
    }

    /** What the containers of these tests need, to be taken down too. */
    private static String forTheImage(ComposeLab lab) throws IOException {
        return lab.file().lines().filter(line -> line.startsWith("E2E_")).collect(Collectors.joining("\n", "", "\n"));
    }

    private static void makeSick(ComposeLab lab) throws IOException {
        Path here = lab.folder();
        Files.writeString(here.resolve("root-token"), ComposeLab.OLD + "\n", UTF_8);
        String file = Files.readString(here.resolve("koshin.yaml"))
                .replace("{ envFile: { path: .env, key: GITLAB_ROOT_TOKEN } }", "{ file: root-token }")
                .replace("limit: 60s }", "limit: 60s, apply: setup.sh }");
        Files.writeString(here.resolve("koshin.yaml"), file, UTF_8);
        String settings = """
                LANGUAGE=ja
                LANGUAGE=en
                TITLE=two words
                GITLAB_HOST=127.0.0.1:1
                GITLAB_ROOT_TOKEN=%s
                """.formatted(OTHER) + forTheImage(lab);
        Files.writeString(here.resolve(".env"), settings, UTF_8);
        Files.writeString(here.resolve(".env.20260101-000000"), settings, UTF_8);
        Path compose = here.resolve("docker-compose.yml");
        Files.writeString(compose, Files.readString(compose).replace("${GITLAB_ROOT_TOKEN}", "fixed"), UTF_8);
        Path systemctl = Files.writeString(here.resolve("bin/systemctl"), "#!/bin/sh\necho active\n", UTF_8);
        Files.setPosixFilePermissions(systemctl, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(here, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String open : List.of(".env", ".env.20260101-000000", "root-token")) {
            Files.setPosixFilePermissions(here.resolve(open), PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
