package dev.koshin.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UrlsTest {
    @TempDir
    private Path folder;

    private Read read() {
        return new Read(folder);
    }

    private List<String> journal(String url) {
        return read().problems(Read.MINIMAL + "journal: { url: '" + url + "' }\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'ftp://gitlab', must begin with http:// or https://",
        "'gitlab:8080', must begin with http:// or https://",
        "'https:', is not a URL",
        "'https:///x', names no host",
        "'https://git_lab/', names no host",
        "'https://git lab/', is not a URL",
        "'https://hunter2@gitlab/', must not hold a user or password",
        "'https://me:hunter2@gitlab/', must not hold a user or password",
        "'https://gitlab/?private_token=hunter2', must not have a query or fragment",
        "'https://gitlab/#hunter2', must not have a query or fragment",
    })
    void ofServersAreCheckedAndNotShown(String url, String why) {
        assertThat(read().problems(Read.MINIMAL.replace("https://gitlab.example", "'" + url + "'")))
                .containsExactly("3:8 config-bad-value[gitlab.url, , " + why + "]");
        assertThat(read().problems(Read.MINIMAL + "  proxy: '" + url + "'\n"))
                .containsExactly("5:10 config-bad-value[gitlab.proxy, , " + why + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://gitlab", "HTTP://GitLab:8080/path/", "http://[::1]:80", "http://10.0.0.1"})
    void ofServersMayHavePortAndPath(String url) {
        assertThat(read().loaded(Read.MINIMAL.replace("https://gitlab.example", "'" + url + "'"))
                        .gitlab()
                        .url())
                .hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mariadb://db/x?user=me&password=hunter2",
                "jdbc:postgresql://db/x?PASSWORD=hunter2",
                "jdbc:postgresql://me:hunter2@db/x",
                "jdbc:mariadb://hunter2@db"
            })
    void ofDatabasesHoldNoPassword(String url) {
        assertThat(journal(url))
                .containsExactly("5:17 config-bad-value[journal.url, ,"
                        + " must not hold a user or password: they have keys of their own]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:hunter2", "hunter2", "jdbc:mysql://hunter2/"})
    void ofDatabasesAreOfAKnownKind(String url) {
        assertThat(journal(url))
                .containsExactly("5:17 config-bad-value[journal.url, ,"
                        + " must begin with jdbc:sqlite: or jdbc:postgresql: or jdbc:mariadb:]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:", "jdbc:sqlite::memory:", "jdbc:sqlite:file:x", "jdbc:sqlite:?mode=memory"})
    void ofSqliteNameAFile(String url) {
        assertThat(journal(url))
                .containsExactly("5:17 config-bad-value[journal.url, , must name a file, as in jdbc:sqlite:koshin.db]");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:sqlite:x.db, jdbc:sqlite:FOLDER/x.db",
        "jdbc:sqlite:a/../x.db?cache=shared, jdbc:sqlite:FOLDER/x.db?cache=shared",
        "jdbc:sqlite:~/x.db, jdbc:sqlite:/home/somebody/x.db",
        "jdbc:sqlite:/var/lib/x.db, jdbc:sqlite:/var/lib/x.db",
        "jdbc:mariadb://db:3306/x?sslMode=trust, jdbc:mariadb://db:3306/x?sslMode=trust",
    })
    void ofSqliteAreSeenFromTheFolderOfTheFile(String url, String expected) {
        assertThat(read().loaded(Read.MINIMAL + "journal: { url: '" + url + "' }\n")
                        .journal()
                        .url())
                .isEqualTo(expected.replace("FOLDER", folder.toString()));
    }

    @Test
    void ofSqliteTakeNoLogin() {
        assertThat(read().problems(Read.MINIMAL + "journal: { user: me, password: { env: P } }\n"))
                .containsExactly(
                        "5:18 config-bad-value[journal.user, , means nothing to SQLite]",
                        "5:32 config-bad-value[journal.password, , means nothing to SQLite]");
    }

    @Test
    void ofServersThatHoldTokensNeedALogin() {
        assertThat(read().problems(Read.MINIMAL
                        + "exastro: { organizations: { database: { url: 'jdbc:mariadb://db/x' } } }\n"))
                .containsExactly(
                        "5:29 config-key-missing[exastro.organizations.database.user]",
                        "5:29 config-key-missing[exastro.organizations.database.password]");
    }
}
