package dev.koshin.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong for a tired operator: each is told what, where and what to do, with the documented exit code, and
 * nothing is changed anywhere.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MistakesTest {
    private static final String TABLE = "ITA_DB.T_COMN_ORGANIZATION_DB_INFO";
    private static final int FAILED = 1;
    private static final int PARKED = 4;
    private static final int USAGE = 2;

    private Manual manual;
    private Snapshot before;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException, SQLException {
        folder = temporary;
        manual = Manual.start(folder, "0s");
        before = Snapshot.of(manual.lab());
    }

    @AfterAll
    void stop() {
        manual.close();
    }

    @AfterEach
    void nothing_is_changed() throws IOException, SQLException {
        assertThat(Rows.of(manual.lab()).changes(before.rows())).isEmpty();
        assertThat(manual.lab()
                        .control()
                        .get("requests")
                        .valueStream()
                        .filter(request -> request.path("committed").asBoolean()))
                .isEmpty();
        before.restore(manual.lab());
    }

    @Test
    void a_configuration_that_is_not_yaml() throws IOException {
        String file = write("not.yaml", "version: 1\ngitlab:\n  url: [\n");
        Told.by(renew(file)).exits(USAGE).says("config-not-yaml", file + ":", "indent with spaces");
        Told.by(japanese(file, "renew", "--all", "--yes"))
                .exits(USAGE)
                .saysInJapanese("config-not-yaml", file + ":", "字下げにはタブではなく空白を使います");
    }

    @Test
    void a_key_that_is_unknown() throws IOException {
        String file = manual.lab().variant("key.yaml", "concurrency", "concurency");
        Told.by(renew(file)).exits(USAGE).says("config-key-unknown", file + ":5:3", "did you mean concurrency");
        Told.by(japanese(file, "renew", "--all", "--yes"))
                .exits(USAGE)
                .saysInJapanese("config-key-unknown", file + ":5:3", "もしかして concurrency");
    }

    @Test
    void a_value_of_the_wrong_type() throws IOException {
        String file = manual.lab().variant("type.yaml", "concurrency: 4", "concurrency: four");
        Told.by(renew(file)).exits(USAGE).says("config-wrong-type", file + ":5:16", "gitlab.concurrency");
    }

    @Test
    void all_mistakes_of_a_configuration_at_once() throws IOException {
        String file = manual.lab().variant("two.yaml", "concurrency: 4", "concurrency: four\n  uri: x");
        Told.by(renew(file))
                .exits(USAGE)
                .says("config-wrong-type", file + ":5:16")
                .says("config-key-unknown", ":6:3");
    }

    @Test
    void a_gitlab_that_cannot_be_reached() throws IOException {
        String file = gitlab("http://127.0.0.1:1");
        Told.by(renew(file)).exits(FAILED).says("gitlab-unreachable", "127.0.0.1:1", "gitlab.url in koshin.yaml");
        Told.by(japanese(file, "renew", "--all", "--yes"))
                .exits(FAILED)
                .saysInJapanese("gitlab-unreachable", "127.0.0.1:1", "koshin.yaml の gitlab.url");
    }

    @Test
    void a_gitlab_whose_name_nobody_knows() throws IOException {
        Told.by(renew(gitlab("http://gitlab.invalid:40080")))
                .exits(FAILED)
                .says("gitlab-unreachable", "gitlab.invalid", "gitlab.url in koshin.yaml");
    }

    @Test
    void a_gitlab_that_answers_html() {
        manual.lab().control().send("POST", "faults", "{\"times\": 0, \"effect\": \"garbage\"}");
        Told.by(renew("koshin.yaml")).exits(FAILED).says("gitlab-not-json", "/api/v4", "GitLab's own address");
    }

    @Test
    void a_database_that_cannot_be_reached() throws IOException {
        String file = manual.lab().variant("port.yaml", manual.lab().jdbcUrl(), "jdbc:mariadb://127.0.0.1:1/ITA_DB");
        Told.by(renew(file)).exits(FAILED).says("target-unreachable", "127.0.0.1:1", "url in koshin.yaml");
    }

    @Test
    void a_wrong_password_of_the_database() {
        Told.by(manual.lab().koshinWith("koshin.yaml", "wrong", List.of("renew", "--all", "--yes")))
                .exits(FAILED)
                .says("target-login-refused", "127.0.0.1", "password of the database in koshin.yaml");
        Told.by(manual.lab().koshinWith("koshin.yaml", "wrong", List.of("--lang", "ja", "renew", "--all", "--yes")))
                .exits(FAILED)
                .saysInJapanese("target-login-refused", "127.0.0.1", "パスワードを確認してください");
    }

    @Test
    void a_password_that_is_not_set() {
        Told.by(manual.lab().koshinIn(Map.of(), "koshin.yaml", List.of("renew", "--all", "--yes")))
                .exits(FAILED)
                .says("secret-unresolved", "ITA_DB_PASSWORD", "reference in koshin.yaml");
    }

    @Test
    void a_table_that_is_missing() throws SQLException {
        sql("RENAME TABLE " + TABLE + " TO ITA_DB.AWAY");
        Child child = renew("koshin.yaml");
        Told told = Told.by(child).exits(FAILED);
        sql("RENAME TABLE ITA_DB.AWAY TO " + TABLE);
        told.says("target-table-missing", "T_COMN_ORGANIZATION_DB_INFO", "the name of the table is right");
    }

    @Test
    void a_column_that_is_missing() throws SQLException {
        sql("ALTER TABLE " + TABLE + " RENAME COLUMN GITLAB_TOKEN TO GITLAB_TOKENS");
        Told told = Told.by(renew("koshin.yaml")).exits(FAILED);
        sql("ALTER TABLE " + TABLE + " RENAME COLUMN GITLAB_TOKENS TO GITLAB_TOKEN");
        told.says("target-column-missing", "GITLAB_TOKEN", "supported version of ITA");
    }

    @Test
    void a_wrong_admin_token() throws IOException {
        Told.by(renew(admin("glpat-that-nobody-knows00")))
                .exits(FAILED)
                .says("admin-token-unknown", "/api/v4", "gitlab.admin");
    }

    @Test
    void an_admin_token_of_somebody_who_is_no_admin() throws IOException, SQLException {
        String file = admin(Rows.of(manual.lab()).token(manual.keys().get(1)));
        Told.by(renew(file)).exits(FAILED).says("admin-not-admin", "/api/v4", "usually root");
        Told.by(japanese(file, "renew", "--all", "--yes"))
                .exits(FAILED)
                .saysInJapanese("admin-not-admin", "/api/v4", "管理者 (通常は root)");
    }

    @Test
    void an_organization_whose_user_is_blocked() {
        gitlabState("\"username\":\"" + user(2) + "\"", "\"state\":\"active\"", "\"state\":\"blocked\"");
        Told.by(renew("koshin.yaml", Manual.name(2)))
                .exits(PARKED)
                .says("user-blocked", Manual.name(2), "Unblock or activate the user");
    }

    @Test
    void an_organization_whose_user_does_not_exist() throws SQLException {
        sql("UPDATE " + TABLE + " SET GITLAB_USER = 'ITA_ORG_NOBODY' WHERE PRIMARY_KEY = '"
                + manual.keys().get(1) + "'");
        Told told = Told.by(renew("koshin.yaml", Manual.name(2)));
        sql("UPDATE " + TABLE + " SET GITLAB_USER = '" + user(2) + "' WHERE PRIMARY_KEY = '"
                + manual.keys().get(1) + "'");
        told.exits(PARKED).says("user-missing", "ITA_ORG_NOBODY", "GITLAB_USER of the organization");
    }

    @Test
    void a_journal_that_is_a_folder() throws IOException {
        Files.createDirectories(folder.resolve("folder"));
        Told.by(renew(journal("folder"))).exits(FAILED).says("journal-unavailable", "folder", "journal.url");
    }

    @Test
    void a_journal_below_a_file() throws IOException {
        String file = journal(".env/koshin.db");
        Told.by(renew(file)).exits(FAILED).says("journal-unavailable", ".env/koshin.db", "journal.url");
        Told.by(japanese(file, "renew", "--all", "--yes"))
                .exits(FAILED)
                .saysInJapanese("journal-unavailable", ".env/koshin.db", "journal.url、空き容量、権限");
    }

    @Test
    void a_journal_in_a_folder_that_is_missing() throws IOException {
        Told.by(renew(journal("missing/koshin.db")))
                .exits(FAILED)
                .says("journal-unavailable", "missing/koshin.db", "journal.url");
    }

    @Test
    void a_journal_that_is_no_database() throws IOException {
        write("text.db", "This is a letter to my aunt, and not a database. ".repeat(50));
        Told.by(renew(journal("text.db"))).exits(FAILED).says("journal-unavailable", "text.db", "journal.url");
    }

    @Test
    void a_journal_of_a_newer_version() throws IOException, SQLException {
        String file = journal("newer.db");
        Manual.ended(3, manual.lab().koshinWith(file, "doctor"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("newer.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE koshin_schema_history SET version = '99' WHERE version = '1'");
        }
        Told.by(renew(file)).exits(FAILED).says("journal-newer", "newer.db", "Use that version or a later one");
        Told.by(manual.lab().koshinWith(file, "status")).exits(FAILED).says("journal-newer", "newer.db", "later one");
    }

    @Test
    void two_at_once_on_one_journal() {
        manual.lab().control().send("POST", "faults", "{\"times\": 0, \"effect\": \"delay\", \"milliseconds\": 60000}");
        manual.lab().control().send("DELETE", "requests", "");
        Child first = renew("koshin.yaml");
        try {
            awaitStruck();
            Told.by(renew("koshin.yaml"))
                    .exits(FAILED)
                    .says(
                            "journal-in-use",
                            "koshin.db (process " + first.process().pid(),
                            "Wait until it has ended");
        } finally {
            first.kill();
        }
    }

    private void awaitStruck() {
        while (manual.lab().control().get("faults").path(0).path("struck").asInt() == 0) {
            Thread.onSpinWait();
        }
    }

    private Child renew(String configuration) {
        return renew(configuration, "--all");
    }

    private Child renew(String configuration, String what) {
        return manual.lab().koshinWith(configuration, "renew", what, "--yes");
    }

    private Child japanese(String configuration, String... arguments) {
        return manual.lab()
                .koshinIn(
                        Map.of(
                                "LANG",
                                "ja_JP.UTF-8",
                                "ITA_DB_PASSWORD",
                                manual.lab().password()),
                        configuration,
                        List.of(arguments));
    }

    private String gitlab(String url) throws IOException {
        return manual.lab().variant("url.yaml", "url: http:", "url: " + url + " #");
    }

    private String admin(String token) throws IOException {
        write("other.env", "GITLAB_ROOT_TOKEN=" + token + "\n");
        return manual.lab().variant("admin.yaml", "path: .env", "path: other.env");
    }

    private String journal(String file) throws IOException {
        return manual.lab().variant("journal.yaml", "jdbc:sqlite:koshin.db", "jdbc:sqlite:" + file);
    }

    private String write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, UTF_8);
        return name;
    }

    private String user(int number) {
        return before.rows().value(manual.keys().get(number - 1), "GITLAB_USER");
    }

    /** Replaces the first {@code from} after {@code start} in what GitLab is. */
    private void gitlabState(String start, String from, String to) {
        String state = before.gitlab();
        int at = state.indexOf(from, state.indexOf(start));
        manual.lab().control().send("PUT", "state", state.substring(0, at) + to + state.substring(at + from.length()));
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = manual.lab().connection();
                Statement ready = connection.createStatement()) {
            ready.execute(statement);
        }
    }
}
