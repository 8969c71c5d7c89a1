package dev.koshin.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.app.doctor.FirewallCheck.Firewall;
import dev.koshin.app.doctor.IssuerChecks.Way;
import dev.koshin.apply.compose.ComposeProject.ServiceState;
import dev.koshin.file.env.EnvText;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.process.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from what was seen. */
final class JudgementsTest {
    private static final Secret TOKEN = Secret.of("theTokenOfTheFile");

    @TempDir
    private Path folder;

    /** A dash stands for none. */
    private static List<Reason> named(String reason) {
        return reason.equals("-") ? List.of() : List.of(Reason.valueOf(reason));
    }

    private static List<Reason> reasons(List<Problem> problems) {
        return problems.stream().map(Problem::reason).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ext4, 1000, -",
        "btrfs, 64, -",
        "nfs4, 1000, JOURNAL_ON_NETWORK",
        "cifs, 1000, JOURNAL_ON_NETWORK",
        "fuse.sshfs, 1000, JOURNAL_ON_NETWORK",
        "fuse.mergerfs, 1000, -",
        "xfs, 63, JOURNAL_SPACE_LOW",
    })
    void a_journal_wants_a_local_disk_with_room(String type, long free, String expected) {
        assertThat(reasons(JournalChecks.judge("/koshin.db", type, free))).isEqualTo(named(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GITLAB_PORT=1~EXTERNAL_URL_PORT=2 | -
            GITLAB_PORT=1                     | EXTERNAL_URL_PORT
            # EXTERNAL_URL_PORT=80            | GITLAB_PORT, EXTERNAL_URL_PORT
            GITLAB_PORT=~EXTERNAL_URL_PORT=80 | GITLAB_PORT
            """)
    void setup_stops_at_ports_that_are_not_there(String file, String missing) {
        assertThat(String.join(", ", FirewallCheck.missing(EnvText.of(file.replace('~', '\n')))))
                .isEqualTo(missing.equals("-") ? "" : missing);
    }

    @ParameterizedTest
    @CsvSource({"active, ACTIVE", "inactive, INACTIVE", "unknown, INACTIVE", "'', UNSEEN", "offline, UNSEEN"})
    void systemctl_says_whether_a_firewall_runs(String out, Firewall expected) {
        assertThat(FirewallCheck.judge(new Ended.Exited(3, out + "\n", ""))).isEqualTo(expected);
    }

    @Test
    void no_answer_is_no_firewall_that_does_not_run() {
        assertThat(FirewallCheck.judge(new Ended.NotStarted("no such file"))).isEqualTo(Firewall.UNSEEN);
        assertThat(FirewallCheck.judge(new Ended.TimedOut(Duration.ofSeconds(1))))
                .isEqualTo(Firewall.UNSEEN);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, UNSEEN, ACTIVE",
        "INACTIVE, ACTIVE, ACTIVE",
        "INACTIVE, UNSEEN, UNSEEN",
        "INACTIVE, INACTIVE, INACTIVE",
    })
    void one_of_two_firewalls_is_enough(Firewall one, Firewall other, Firewall expected) {
        assertThat(FirewallCheck.either(one, other)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A=1~B="two words" | -
            A=1~B=two words   | ENV_FILE_READ_DIFFERENTLY
            A = 1             | ENV_FILE_READ_DIFFERENTLY
            A=1^              | ENV_FILE_READ_DIFFERENTLY
            A: 1              | ENV_FILE_READ_DIFFERENTLY
            A=1~A=2           | ENV_FILE_REPEATS
            # A=1~A=2         | -
            """)
    void a_file_is_read_alike_by_both(String file, String expected) {
        EnvText text = EnvText.of(file.replace('~', '\n').replace("^", "\r\n") + "\n");
        assertThat(reasons(EnvFileChecks.readings(".env", text))).isEqualTo(named(expected));
    }

    @Test
    void a_variable_beats_the_file_only_if_the_file_says_something_else() {
        EnvText text = EnvText.of("GITLAB_HOST=gitlab\nGITLAB_PORT=40080\nDB_HOST=one\n");
        Map<String, String> environment =
                Map.of("GITLAB_HOST", "other", "GITLAB_PORT", "40080", "GITLAB_TOKEN", "x", "DB_HOST", "two");
        assertThat(EnvFileChecks.beating(".env", text, environment))
                .containsExactly(Problem.of(Reason.ENVIRONMENT_BEATS_ENV_FILE, ".env", "GITLAB_HOST"));
    }

    @ParameterizedTest
    @CsvSource({
        "'ita-api-admin: { GITLAB_ROOT_TOKEN: ${GITLAB_ROOT_TOKEN} }', true",
        "'ita-api-admin: { GITLAB_ROOT_TOKEN: ${GITLAB_ROOT_TOKEN:-} }', true",
        "'ita-api-admin: { GITLAB_ROOT_TOKEN: fixed }', false",
    })
    void a_compose_file_hands_the_token_on(String text, boolean fine) {
        assertThat(EnvFileChecks.names("docker-compose.yml", text).isEmpty()).isEqualTo(fine);
    }

    @ParameterizedTest
    @CsvSource({
        "http://gitlab:40080, 'GITLAB_HOST=gitlab~GITLAB_PORT=40080'",
        "https://gitlab.example, 'GITLAB_PROTOCOL=https~GITLAB_HOST=gitlab.example~GITLAB_PORT='",
        "-, 'GITLAB_HOST='",
    })
    void the_address_is_put_together_as_exastro_does(String address, String file) {
        assertThat(ExastroGitLab.address(EnvText.of(file.replace('~', '\n'))).orElse("-"))
                .isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 {"id":7,"name":"x","user_id":1}  | false
            {"id": 7}~200                        | false
            200 {"id":8,"name":"x","user_id":7}  | true
            401                                  | true
            """)
    void the_same_gitlab_calls_the_token_by_the_same_id(String said, boolean differs) {
        assertThat(ExastroGitLab.differs(said.replace('~', '\n'), 7)).isEqualTo(differs);
    }

    @ParameterizedTest
    @CsvSource({
        "no-tool, NO_TOOL",
        "unreachable gaierror, UNREACHABLE",
        "401, ANSWERED",
        "'000~unreachable curl 7', UNREACHABLE",
    })
    void what_is_heard_from_inside(String said, ExastroGitLab.Heard expected) {
        assertThat(ExastroGitLab.Heard.of(said.replace('~', '\n'))).isEqualTo(expected);
    }

    private static Way way(String name, boolean today, boolean later, boolean person) {
        Optional<Problem> shut = Optional.of(Problem.of(Reason.RAILS_UNREACHABLE, name, "x"));
        return new Way(name, today ? Optional.empty() : shut, later ? Optional.empty() : shut, person);
    }

    @Test
    void a_way_that_needs_a_person_is_none_for_a_program() {
        Way manual = way("manual", true, true, true);
        assertThat(IssuerChecks.judgeWays(List.of(way("gitlab-rest", true, false, false), manual)))
                .containsExactly(
                        List.of(), List.of(Problem.of(Reason.RENEWAL_NEEDS_PERSON, "gitlab-rest [rails-unreachable]")));
        assertThat(IssuerChecks.judgeWays(List.of(way("gitlab-web", true, true, false), manual)))
                .containsExactly(List.of(), List.of());
    }

    private static ServiceState container(String service, int restarts, Set<Secret> words) {
        return new ServiceState(
                service,
                "id",
                true,
                restarts > 2,
                restarts,
                words.stream().map(Secret::fingerprint).collect(Collectors.toSet()));
    }

    @Test
    void a_container_that_holds_another_token_is_stale_and_one_that_loops_is_told() {
        List<ServiceState> seen =
                List.of(container("gitlab", 3, Set.of(Secret.of("old"))), container("ita-api-admin", 0, Set.of(TOKEN)));
        assertThat(ContainerChecks.stale(seen, "gitlab", TOKEN.fingerprint(), Reason.START_SCRIPT_STALE))
                .containsExactly(Problem.of(Reason.START_SCRIPT_STALE, "gitlab", "container id"));
        assertThat(ContainerChecks.stale(seen, "ita-api-admin", TOKEN.fingerprint(), Reason.CONTAINER_TOKEN_STALE))
                .isEmpty();
        assertThat(reasons(ContainerChecks.loops(seen))).containsExactly(Reason.CONSUMER_LOOPS);
    }

    @ParameterizedTest
    @CsvSource({
        "rwxr-xr-x, rw-r--r--, 0644, true",
        "rwxr-xr-x, rw-r-----, 0640, false",
        "rwx------, rw-r--r--, 0644, false",
        "rwxr-x--x, rw-rw-rw-, 0666, true",
    })
    void a_file_is_open_to_all_only_if_its_folders_are(String outer, String inner, String mode, boolean open)
            throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(inner));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(outer));
        assertThat(Modes.of(file)).contains(mode);
        assertThat(SecretFiles.judge(List.of(file)))
                .isEqualTo(
                        open ? List.of(Problem.of(Reason.SECRET_READABLE_BY_ALL, file.toString(), mode)) : List.of());
    }

    @Test
    void the_manuals_upgrade_takes_the_newest_chart() {
        assertThat(ChartChecks.judge("r", "1.7.5", "1.7.5")).isEmpty();
        assertThat(ChartChecks.judge("r", "1.7.4", "1.7.5"))
                .containsExactly(Problem.of(Reason.CHART_OUTDATED, "r", "1.7.4", "1.7.5"));
    }

    @Test
    void few_names_stand_for_many() {
        assertThat(Judgement.few(List.of("a", "b"))).isEqualTo("a, b");
        assertThat(Judgement.few(List.of("a", "b", "c", "d", "e", "f"))).isEqualTo("a, b, c, d, e, … (6)");
    }
}
