package dev.koshin.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A credential whose token stands in files. */
final class FileTargetsTest {
    private static final String ENV = "# CI_TOKEN=twin\nCI_TOKEN='%s' # used by ci\nOTHER=1\n";
    private static final String VALUES = "ci:\n  secret:\n    token: \"%s\" # used by ci\n  other: |\n    token: x\n";

    @TempDir
    private Path folder;

    private Site site;
    private String old;

    @BeforeEach
    void install() throws IOException, SQLException {
        site = Site.in(folder);
        String user = Site.USERS.get(1);
        old = site.seeded(user);
        site.write("ci.env", ENV.formatted(old));
        site.write("values.yaml", VALUES.formatted(old));
        site.configure("""
                credentials:
                  ci/deploy:
                    issuer: { kind: gitlab-rest, user: %s }
                    scopes: [api]
                    targets:
                      - { kind: env-file, path: ci.env, key: CI_TOKEN }
                      - { kind: helm-values, path: values.yaml, key: ci.secret.token }
                """.formatted(user));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private String read(String file) throws IOException {
        return Files.readString(site.path(file));
    }

    @Test
    void is_renewed_in_all_of_them_and_each_proves_that_one_value_changed() throws IOException {
        String text = site.koshin("renew", "ci/deploy", "--yes", "--force")
                .exits(Exit.OK)
                .out();
        String fresh = read("ci.env").split("'", -1)[1];
        assertThat(fresh).isNotEqualTo(old);
        assertThat(read("ci.env")).isEqualTo(ENV.formatted(fresh));
        assertThat(read("values.yaml")).isEqualTo(VALUES.formatted(fresh));
        assertThat(read("ci.env.koshin-backup")).isEqualTo(ENV.formatted(old));
        assertThat(text)
                .contains("Proof: of 3 cells in " + site.path("ci.env") + ", 1 changed, and these only: CI_TOKEN")
                .contains("Proof: of 3 cells in " + site.path("values.yaml")
                        + ", 1 changed, and these only: ci.secret.token")
                .doesNotContain(old, fresh);
    }

    @Test
    void nothing_happens_while_one_of_them_cannot_be_written() throws IOException {
        site.write("ci.env", "CI_TOKEN = " + old + "\n");
        assertThat(site.koshin("renew", "ci/deploy", "--yes", "--force")
                        .exits(Exit.FAILED)
                        .out())
                .contains("target-not-editable", "line 1 has a space before the equals sign");
        assertThat(site.writes()).isEmpty();
        assertThat(read("values.yaml")).isEqualTo(VALUES.formatted(old));
    }

    @Test
    void doctor_names_what_is_wrong_with_each_of_them() throws IOException {
        assertThat(places("ok"))
                .containsExactly(site.path("ci.env") + "[CI_TOKEN]", site.path("values.yaml") + "[ci.secret.token]");
        site.write("ci.env", "CI_TOKEN=$X\n");
        site.write("values.yaml", "reinstall: true\n" + VALUES.formatted(old));
        JsonNode json = site.koshin("doctor", "-o", "json").exits(Exit.FAILED).json();
        assertThat(checks(json)
                        .map(check ->
                                check.path("problems").path(0).path("reason").asString()))
                .containsExactly("target-not-editable", "target-wipes-data");
        assertThat(site.japanese("doctor").out()).contains("すべてのデータが消えます", "line 1");
    }

    private Stream<String> places(String result) {
        JsonNode json = site.koshin("doctor", "-o", "json").exits(Exit.DUE).json();
        return checks(json)
                .filter(check -> check.path("result").asString().equals(result))
                .map(check -> check.path("evidence").asString());
    }

    private static Stream<JsonNode> checks(JsonNode json) {
        return json.path("checks")
                .valueStream()
                .filter(check -> check.path("check").asString().equals("place"));
    }
}
