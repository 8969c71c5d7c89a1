package dev.koshin.issuer.gitlabrails;

import static dev.koshin.issuer.Scene.refused;
import static dev.koshin.issuer.Scene.unclear;
import static dev.koshin.issuer.gitlabrails.Said.exited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.issuer.Scene;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.process.Ended;
import dev.koshin.process.Inside;
import dev.koshin.process.Runner;
import dev.koshin.simulator.fault.Effect.Drop;
import dev.koshin.simulator.fault.Fault;
import dev.koshin.simulator.fault.When;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class RailsFailuresTest {
    private static final String PLACE = "gitlab-rails (docker exec gitlab)";

    @AutoClose
    private final Scene scene = new Scene(Scene.RELEASE, Scene.DEAD);

    private Issuer issuer(Runner runner) {
        return issuer(RailsOptions.of(new RailsPlace.Within(new Inside.Docker("gitlab"))), runner);
    }

    private Issuer issuer(RailsOptions options, Runner runner) {
        return GitLabRails.issuer(options, runner, scene.gitlab.issuer("root"), "root");
    }

    private Effect<Issued> issued(Ended... answers) {
        return issuer(new Said(answers)).issue(Scene.request(365));
    }

    @ParameterizedTest
    @ValueSource(ints = {125, 126, 127})
    void a_program_that_could_not_be_started_there_did_nothing(int status) {
        assertThat(refused(issued(exited(status, "", "OCI runtime exec failed\n"))))
                .isEqualTo(
                        Problem.of(Reason.RAILS_UNREACHABLE, PLACE, "status " + status + ": OCI runtime exec failed"));
    }

    @Test
    void a_program_that_is_missing_here_did_nothing() {
        assertThat(refused(issued(new Ended.NotStarted("error=2, No such file or directory"))))
                .isEqualTo(Problem.of(Reason.RAILS_UNREACHABLE, PLACE, "error=2, No such file or directory"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh: Could not resolve hostname gitlab: Name or service not known",
                "ssh: connect to host gitlab port 22: Connection refused",
                "root@gitlab: Permission denied (publickey).",
                "warning\nHost key verification failed."
            })
    void an_ssh_that_got_no_connection_did_nothing(String words) {
        assertThat(refused(issued(exited(255, "", words))).reason()).isEqualTo(Reason.RAILS_UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"client_loop: send disconnect: Broken pipe", "Connection to gitlab closed by remote host.", ""})
    void an_ssh_that_lost_its_connection_may_have_made_a_token(String words) {
        assertThat(unclear(issued(exited(255, "", words))).reason()).isEqualTo(Reason.RAILS_FAILED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1   | '' | Error response from daemon: No such container: gitlab
            137 | '' | ''
            0   | '' | ''
            0   | just a warning | ''
            """)
    void without_an_answer_nobody_knows(int status, String out, String err) {
        assertThat(unclear(issued(exited(status, out, err))).reason()).isEqualTo(Reason.RAILS_FAILED);
    }

    @Test
    void a_trace_of_ruby_is_told_by_its_own_words() {
        String trace = """
                warning: x
                runner_command.rb:24:in `<main>': connection lost (PG::ConnectionBad)
                \tfrom runner_command.rb:45:in `eval'
                """;

        assertThat(unclear(issued(exited(1, "", trace))).details())
                .containsExactly(
                        PLACE, "status 1: runner_command.rb:24:in `<main>': connection lost (PG::ConnectionBad)");
    }

    @Test
    void a_time_limit_leaves_everything_open() {
        assertThat(unclear(issued(new Ended.TimedOut(Duration.ofMinutes(15)))))
                .isEqualTo(Problem.of(Reason.RAILS_TIMEOUT, PLACE, "PT15M"));
        assertThat(unclear(issued(new Ended.Interrupted())).reason()).isEqualTo(Reason.RAILS_TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@@KOSHIN@@4:glpat-0000000000000001\n@@KOSHIN@@5:glpat-0000000000000002\n",
                "x @@KOSHIN@@4:glpat-0000000000000001\n",
                "@@KOSHIN@@4\n",
                "@@KOSHIN@@:glpat-0000000000000001\n",
                "@@KOSHIN@@0:glpat-0000000000000001\n",
                "@@KOSHIN@@4:\n",
                "@@KOSHIN@@4:gl pat\n",
                "@@KOSHIN@@4:'glpat'\n",
                "@@KOSHIN@@soon\n"
            })
    void an_answer_that_is_not_one_well_formed_line_is_unclear_and_not_shown(String out) {
        Problem problem = unclear(issued(exited(0, out, "")));

        assertThat(problem.reason()).isEqualTo(Reason.RAILS_FAILED);
        assertThat(problem.toString()).doesNotContain("glpat");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user-missing                 | USER_MISSING         | root
            user-blocked:deactivated     | USER_BLOCKED         | root: deactivated
            error:PG::ConnectionBad      | RAILS_FAILED         | PG::ConnectionBad
            invalid:2026-07-01:Scopes x  | GITLAB_REFUSED       | Scopes x
            """)
    void what_the_script_says_before_it_saves_is_a_clear_no(String mark, Reason reason, String what) {
        assertThat(refused(issued(exited(0, "\n@@KOSHIN@@" + mark + "\n", ""))))
                .isEqualTo(Problem.of(reason, PLACE, what));
    }

    @Test
    void a_day_that_is_refused_is_tried_once_more_as_the_words_say() {
        assertThat(days("Expiration date must be before 2026-09-29")).isEqualTo("90");
        assertThat(days("Expiration date must expire in 180 days")).isEqualTo("180");
        assertThat(days("Expiration date is too late")).isEqualTo("364");
    }

    private String days(String words) {
        Said twice = new Said(exited(0, "\n@@KOSHIN@@invalid:2026-07-01:" + words + "\n", ""));
        assertThat(refused(issuer(twice).issue(Scene.request(365))).reason()).isEqualTo(Reason.TOKEN_EXPIRY_REFUSED);
        assertThat(twice.commands).hasSize(2);
        return twice.commands
                .getLast()
                .input()
                .orElseThrow()
                .reveal(text -> text.lines().toList().get(3));
    }

    @Test
    void a_day_that_cannot_be_earlier_is_not_tried_again() {
        Said once =
                new Said(exited(0, "\n@@KOSHIN@@invalid:2026-07-01:Expiration date must be before 2026-06-30\n", ""));

        assertThat(refused(issuer(once).issue(Scene.request(1))).reason()).isEqualTo(Reason.TOKEN_EXPIRY_REFUSED);
        assertThat(once.commands).hasSize(1);
    }

    @Test
    void a_token_that_gitlab_does_not_confirm_is_lost() {
        assertThat(unclear(issued(exited(0, "\n@@KOSHIN@@41:glpat-never-heard-of-0001\n", ""))))
                .isEqualTo(Problem.of(Reason.TOKEN_DOES_NOT_WORK, "41"));
        assertThat(unclear(issued(exited(0, "\n@@KOSHIN@@41:" + Scene.LIVE.reveal(text -> text) + "\n", ""))))
                .isEqualTo(Problem.of(Reason.TOKEN_DIFFERS, "41", "2"));
    }

    @Test
    void a_token_is_lost_when_gitlab_does_not_answer() {
        scene.simulator.control().addFault(Fault.always("GET", "/self$", When.BEFORE, new Drop()));

        assertThat(unclear(issuer(new SimulatedRails(scene.simulator.uri())).issue(Scene.request(30)))
                        .reason())
                .isEqualTo(Reason.GITLAB_UNREACHABLE);
    }

    @Test
    void a_place_that_cannot_be_reached_is_refused_before_ruby_is_started() {
        Said said = new Said(exited(1, "", "Error response from daemon: No such container: gitlab\n"));

        assertThat(refused(issuer(said).preflight(Optional.empty())))
                .isEqualTo(Problem.of(
                        Reason.RAILS_UNREACHABLE,
                        PLACE,
                        "status 1: Error response from daemon: No such container: gitlab"));
        assertThat(said.commands)
                .singleElement()
                .satisfies(command -> assertThat(command.argv()).doesNotContain("runner"));
        assertThat(refused(issuer(new Said(new Ended.NotStarted("x"))).preflight(Optional.empty()))
                        .reason())
                .isEqualTo(Reason.RAILS_UNREACHABLE);
        assertThat(refused(issuer(new Said(new Ended.TimedOut(Duration.ofMinutes(1))))
                                .preflight(Optional.empty()))
                        .reason())
                .isEqualTo(Reason.RAILS_TIMEOUT);
    }

    @Test
    void a_gitlab_that_does_not_answer_is_not_asked_by_rails_either() {
        scene.simulator.control().addFault(Fault.always("GET", "", When.BEFORE, new Drop()));
        Said said = new Said(exited(0, "", ""));

        assertThat(refused(issuer(said).preflight(Optional.empty())).reason()).isEqualTo(Reason.GITLAB_UNREACHABLE);
        assertThat(said.commands).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@@KOSHIN@@5 1 2026-07-01T12:00:00Z 2026-08-01 api koshin a 0123456789abcdef\n",
                "@@KOSHIN@@5 1 soon 2026-08-01 api koshin\n@@KOSHIN@@end\n",
                "@@KOSHIN@@5 1\n@@KOSHIN@@end\n"
            })
    void a_list_that_is_not_whole_is_no_list(String out) {
        assertThat(refused(issuer(new Said(exited(0, out, ""))).marked(Scene.ROOT, Scene.MARKER))
                        .reason())
                .isEqualTo(Reason.RAILS_FAILED);
    }

    @Test
    void somebody_is_told_again_and_again_that_it_waits() {
        CountDownLatch told = new CountDownLatch(3);
        RailsOptions options = RailsOptions.of(new RailsPlace.Within(new Inside.Docker("gitlab")))
                .withWaiting(_ -> told.countDown());
        Runner patient = _ -> {
            await(told);
            return exited(127, "", "");
        };
        Rails rails = new Rails(options, new Entrance(options.place()), patient, Duration.ofMillis(1));

        assertThat(refused(rails.run(Scripts.MARKED, List.of("root"))).reason()).isEqualTo(Reason.RAILS_UNREACHABLE);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void it_waits_for_a_quarter_of_an_hour_unless_told_otherwise() {
        RailsOptions options = RailsOptions.of(new RailsPlace.Within(new Inside.Docker("gitlab")));

        assertThat(options.patience()).isEqualTo(Duration.ofMinutes(15));
        assertThat(issuer(options, new Said(exited(0, "", ""))).longest()).isEqualTo(Duration.ofMinutes(35));
        assertThat(issuer(options.withPatience(Duration.ofMinutes(5)), new Said(exited(0, "", "")))
                        .longest())
                .isEqualTo(Duration.ofMinutes(15));
        assertThatThrownBy(() -> options.withPatience(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
