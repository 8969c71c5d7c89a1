package dev.koshin.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What an operator gets wrong. */
final class UsageTest {
    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void install() throws IOException, SQLException {
        site = Site.in(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "plan", "renew", "resume", "retire"})
    void a_name_that_does_not_exist_is_named(String command) {
        Ran ran = site.koshin(command, "exastro/organization/nobody").exits(Exit.USAGE);
        assertThat(ran.err())
                .contains("error[credential-unknown]: There is no credential of this name: exastro/organization/nobody")
                .contains("What to do: koshin status lists the names.");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void a_name_that_cannot_exist_is_named_by_history_too() {
        assertThat(site.koshin("history", "no name").exits(Exit.USAGE).err()).contains("no name");
    }

    @Test
    void several_unknown_names_are_one_json_object() {
        JsonNode json =
                site.koshin("status", "b", "a", "-o", "json").exits(Exit.USAGE).json();
        assertThat(json.propertyNames()).containsExactly("error", "details", "place", "others");
        assertThat(json.path("details").path(0).asString()).isEqualTo("a");
        assertThat(json.path("others").path(0).propertyNames()).containsExactly("error", "details", "place");
        assertThat(json.path("others").path(0).path("details").path(0).asString())
                .isEqualTo("b");
    }

    @Test
    void renew_wants_names_or_all() {
        assertThat(site.koshin("renew").exits(Exit.USAGE).err())
                .contains("Name the credentials, or say --all.", "koshin renew --help shows the usage.");
        assertThat(site.japanese("renew", "--all", Site.DUE).exits(Exit.USAGE).err())
                .contains("資格情報の名前か --all を指定してください。");
        assertThat(site.koshin("renew", "-o", "json")
                        .exits(Exit.USAGE)
                        .json()
                        .path("error")
                        .asString())
                .isEqualTo("usage");
        assertThat(site.koshin("resume").exits(Exit.USAGE).err()).contains("NAME");
    }

    @Test
    void renew_does_not_guess_an_answer_where_there_is_no_terminal() {
        Ran ran = site.koshin("renew", "--all").exits(Exit.USAGE);
        assertThat(ran.out()).contains("5 to renew");
        assertThat(ran.err()).contains("There is no terminal to ask on; say --yes");
        assertThat(site.writes()).isEmpty();
        Ran json = site.koshin("renew", "--all", "-o", "json").exits(Exit.USAGE);
        assertThat(json.json().path("error").asString()).isEqualTo("usage");
        assertThat(json.err()).contains("5 to renew");
    }

    @Test
    void global_options_stand_before_or_after_the_command() {
        String file = site.path("koshin.yaml").toString();
        assertThat(Ran.of("-c", file, "-o", "json", "--lang", "ja", "plan")
                        .exits(Exit.OK)
                        .json())
                .isEqualTo(Ran.of("plan", "--lang", "ja", "-o", "json", "-c", file)
                        .exits(Exit.OK)
                        .json());
        assertThat(Ran.of("plan", "--config=" + file, "--output=JSON", "--no-color", "-v", "--lang=en")
                        .exits(Exit.OK)
                        .json()
                        .path("renew")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void an_unknown_language_is_refused() {
        assertThat(Ran.of("status", "--lang", "xx").exits(Exit.USAGE).err()).contains("--lang", "xx", "[en, ja]");
        assertThat(Ran.of("--lang=", "status").exits(Exit.USAGE).err()).contains("--lang");
        assertThat(Ran.of("status", "--lang").exits(Exit.USAGE).err()).contains("--lang");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-o json", "-ojson", "-o=json", "--output json", "--output=json", "--output=JSON"})
    void a_command_line_that_cannot_be_parsed_is_one_json_object_too(String option) {
        String[] args = (option + " renwe --lang en").split(" ", -1);
        Ran ran = Ran.of(args).exits(Exit.USAGE);
        assertThat(ran.json().path("details").path(0).asString()).isEqualTo("Unknown: renwe");
        assertThat(ran.err()).contains("error[usage]: Unknown: renwe", "Did you mean", "renew");
    }

    @Test
    void unknown_options_are_complained_about_in_japanese() {
        assertThat(Ran.of("renew", "--everything", "--lang", "ja")
                        .exits(Exit.USAGE)
                        .err())
                .contains("エラー[usage]: 知らない引数です: --everything", "対処: koshin renew --help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "renew --all --max-failures 0",
                "retire --max-failures -1",
                "history -n 0",
                "history -n many",
                "simulator --port 70000",
                "simulator --latency -1",
                "simulator --profile 1.0",
                "simulator --seed /nowhere.json",
                "simulator --gitlab-rails /nowhere/gitlab-rails",
                "status -o xml"
            })
    void a_number_or_word_out_of_bounds_is_the_operators(String line) {
        assertThat(site.koshin(line.split(" ", -1)).exits(Exit.USAGE).err())
                .startsWith("error[usage]: ")
                .doesNotContain("bug", "null");
    }

    @Test
    void all_problems_of_a_configuration_are_shown_at_once() throws IOException {
        site.configure("notes: {}\npolicy: { grase: 1d }\n");
        Ran text = site.koshin("status").exits(Exit.USAGE);
        assertThat(text.err())
                .contains("koshin.yaml:8:1: error[config-key-unknown]: Unknown key: notes\n")
                .contains("Unknown key: policy.grase (did you mean grace?)");
        assertThat(text.out()).isEmpty();
        JsonNode json = site.koshin("doctor", "-o", "json").exits(Exit.USAGE).json();
        assertThat(json.path("error").asString()).isEqualTo("config-key-unknown");
        assertThat(json.path("place").asString()).endsWith("koshin.yaml:8:1");
        assertThat(json.path("others").size()).isEqualTo(1);
    }

    @Test
    void a_configuration_that_is_not_there_is_named() {
        assertThat(Ran.of("status", "-c", "nowhere.yaml", "--lang", "en")
                        .exits(Exit.USAGE)
                        .err())
                .contains("error[config-missing]: There is no configuration; looked for ", "nowhere.yaml");
    }

    @Test
    void a_database_that_is_not_there_is_a_failure_and_gives_the_journal_back() throws SQLException {
        site.sql("ALTER TABLE T_COMN_ORGANIZATION_DB_INFO RENAME TO GONE");
        Ran failed = site.koshin("renew", "--all", "--yes", "-o", "json").exits(Exit.FAILED);
        assertThat(failed.json().path("error").asString()).isEqualTo("target-table-missing");
        site.sql("ALTER TABLE GONE RENAME TO T_COMN_ORGANIZATION_DB_INFO");
        Ran _ = site.koshin("renew", "--all", "--yes").exits(Exit.OK);
    }

    @Test
    void output_that_is_lost_is_not_a_success() {
        StringWriter err = new StringWriter();
        String[] args = {"plan", "--lang", "en", "-c", site.path("koshin.yaml").toString()};
        int exit = CommandLines.run(args, new PrintWriter(new Full()), new PrintWriter(err));
        assertThat(exit).isEqualTo(Exit.FAILED.code());
        assertThat(err.toString()).contains("The output could not be written completely.");
    }

    /** A disk with no space, or a pipe that nobody reads any more. */
    private static final class Full extends Writer {
        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void flush() {
            // Nothing is kept.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
