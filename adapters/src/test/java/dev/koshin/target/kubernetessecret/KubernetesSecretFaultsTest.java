package dev.koshin.target.kubernetessecret;

import static dev.koshin.target.Endings.done;
import static dev.koshin.target.Endings.reason;
import static dev.koshin.target.Endings.refused;
import static dev.koshin.target.Endings.unclear;
import static dev.koshin.testkit.TargetContract.FIRST;
import static dev.koshin.testkit.TargetContract.FOREIGN;
import static dev.koshin.testkit.TargetContract.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.kubernetes.Fault;
import dev.koshin.kubernetes.Said;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that can go wrong on the way to the API server and back. */
final class KubernetesSecretFaultsTest {
    private static final String READ = "GET /api/v1/namespaces/exastro/secrets/ita-secret-gitlab";
    private static final String WRITE =
            "PATCH /api/v1/namespaces/exastro/secrets/ita-secret-gitlab?force=true&fieldManager=koshin%2FGITLAB_ROOT_TOKEN";
    private static final String TRY = WRITE + "&dryRun=All";

    private Vault vault;
    private Target target;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new Vault(folder);
        target = vault.target();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private Effect<Target.Receipt> deliver() {
        return target.deliver(new Held.Value(FIRST), FRESH);
    }

    @Test
    void a_delivery_reads_tries_writes_and_reads_back() {
        assertThat(done(deliver()).cell()).isEqualTo(target.cell());
        assertThat(vault.server().heard()).map(Object::toString).containsExactly(READ, TRY, WRITE, READ);
    }

    @ParameterizedTest
    @CsvSource({
        "403, Forbidden, TARGET_NOT_WRITABLE",
        "404, NotFound, TARGET_ROW_MISSING",
        "409, Conflict, TARGET_CHANGED",
        "422, Invalid, TARGET_FAILED",
        "400, BadRequest, TARGET_FAILED",
        "307, Moved, TARGET_FAILED",
        "500, InternalError, TARGET_FAILED",
        "503, ServiceUnavailable, TARGET_FAILED"
    })
    void every_answer_to_a_question_has_its_reason(int status, String word, Reason reason) {
        vault.server()
                .failAt("GET", Fault.answering(Said.status(status, word, leak()).with("Location", "http://x/")));
        Problem problem = refused(target.read());
        assertThat(problem.reason()).isEqualTo(reason);
        assertThat(problem.toString()).doesNotContain(leak());
    }

    @ParameterizedTest
    @CsvSource({"403, Forbidden, TARGET_NOT_WRITABLE", "422, Invalid, TARGET_FAILED", "400, BadRequest, TARGET_FAILED"})
    void a_write_that_was_clearly_refused_left_everything_as_it_was(int status, String word, Reason reason) {
        vault.server().failAfter(TRY, WRITE, Fault.answering(Said.status(status, word, leak())));
        Problem problem = refused(deliver());
        assertThat(problem.reason()).isEqualTo(reason);
        assertThat(problem.toString()).doesNotContain(leak());
        assertThat(vault.stored()).isEqualTo(new Held.Value(FIRST));
    }

    private static String leak() {
        return FIRST.<String>reveal(value -> value);
    }

    @ParameterizedTest
    @CsvSource({"500, InternalError", "502, BadGateway", "503, ServiceUnavailable", "504, Timeout"})
    void a_write_after_which_the_server_failed_is_unclear_and_looking_again_tells(int status, String word) {
        vault.server().failAfter(TRY, WRITE, Fault.answeringAfter(Said.status(status, word, leak())));
        assertThat(unclear(deliver()).reason()).isEqualTo(Reason.TARGET_FAILED);
        assertThat(done(target.read())).isEqualTo(new Held.Value(FRESH));
    }

    @Test
    void a_write_whose_answer_was_cut_off_is_unclear_and_looking_again_tells() {
        vault.server().failAfter(TRY, WRITE, Fault.CUT_AFTER);
        assertThat(unclear(deliver()).reason()).isEqualTo(Reason.TARGET_UNREACHABLE);
        assertThat(done(target.read())).isEqualTo(new Held.Value(FRESH));
    }

    @Test
    void a_write_that_was_cut_off_before_it_was_done_is_unclear_and_changed_nothing() {
        vault.server().failAfter(TRY, WRITE, Fault.CUT_BEFORE);
        assertThat(unclear(deliver()).reason()).isEqualTo(Reason.TARGET_UNREACHABLE);
        assertThat(done(target.read())).isEqualTo(new Held.Value(FIRST));
        assertThat(vault.server().heard()).map(Object::toString).containsExactly(READ, TRY, WRITE, READ);
    }

    @Test
    void a_write_that_is_never_answered_is_unclear_after_the_time_limit() {
        vault.server().failAfter(TRY, WRITE, Fault.SILENT_AFTER);
        assertThat(unclear(deliver()).details()).last().isEqualTo("no answer within 2 s");
        assertThat(done(target.read())).isEqualTo(new Held.Value(FRESH));
    }

    @Test
    void a_write_whose_success_is_no_json_is_unclear() {
        vault.server().failAfter(TRY, WRITE, Fault.answeringAfter(new Said(200, Map.of(), "<html>")));
        assertThat(unclear(deliver()).details()).last().isEqualTo("HTTP 200 without JSON");
    }

    /** The login may have been replaced meanwhile, so it is read again once. */
    @Test
    void a_login_that_is_refused_once_is_tried_again_and_one_that_stays_refused_is_told_of() {
        vault.server().failAt(WRITE, Fault.answering(Said.status(401, "Unauthorized", "x")));
        assertThat(done(deliver()).target()).isEqualTo(target.name());
        vault.server().failFrom("", "", Fault.answering(Said.status(401, "Unauthorized", leak())));
        assertThat(refused(target.read()))
                .isEqualTo(
                        Problem.of(Reason.TARGET_LOGIN_REFUSED, vault.server().address(), "HTTP 401 Unauthorized"));
    }

    @Test
    void a_question_that_is_cut_off_is_refused() {
        vault.server().failFrom("", "GET", Fault.CUT_BEFORE);
        assertThat(refused(target.read()).details())
                .containsExactly(vault.server().address(), "the connection broke");
    }

    @Test
    void a_read_back_that_fails_leaves_the_delivery_unclear() {
        vault.server().failFrom(WRITE, READ, Fault.CUT_BEFORE);
        assertThat(unclear(deliver()).reason()).isEqualTo(Reason.TARGET_UNREACHABLE);
    }

    @Test
    void an_api_server_that_asks_to_wait_is_asked_again_after_that_time() {
        vault.server()
                .failAt(
                        "GET",
                        Fault.answering(Said.status(429, "TooManyRequests", "x").with("Retry-After", "7")));
        assertThat(done(target.read())).isEqualTo(new Held.Value(FIRST));
        assertThat(vault.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void an_api_server_that_asks_to_wait_too_long_is_told_of() {
        vault.server()
                .failAt(
                        "GET",
                        Fault.answering(Said.status(429, "TooManyRequests", "x").with("Retry-After", "90")));
        assertThat(refused(target.read()).details())
                .containsExactly(Vault.NAMED, "HTTP 429 TooManyRequests, again after 90 s");
        assertThat(vault.pauses()).isEmpty();
    }

    @Test
    void an_api_server_that_is_not_there_is_unreachable() {
        vault.server().close();
        assertThat(refused(deliver()).details()).containsExactly(vault.server().address(), "refuses connections");
    }

    @Test
    void a_secret_that_was_deleted_after_it_was_read_is_not_made_anew() {
        vault.server().failAfter(READ, TRY, (client, work) -> {
            vault.server().resources().delete(Vault.AT);
            client.close();
        });
        assertThat(reason(deliver())).isEqualTo(Reason.TARGET_UNREACHABLE);
        assertThat(reason(deliver())).isEqualTo(Reason.TARGET_ROW_MISSING);
    }

    @Test
    void a_value_that_changes_between_trying_and_writing_is_not_overwritten() {
        vault.server().beforeNext(WRITE, () -> vault.overwrite(new Held.Value(FOREIGN)));
        assertThat(refused(deliver()))
                .isEqualTo(Problem.of(Reason.TARGET_CHANGED, target.name().value()));
        assertThat(vault.stored()).isEqualTo(new Held.Value(FOREIGN));
    }

    @Test
    void another_part_that_changes_between_trying_and_writing_is_kept_and_the_delivery_goes_on() {
        vault.server().beforeNext(WRITE, () -> vault.edit("OTHER", Vault.base64("new")));
        assertThat(done(deliver()).target()).isEqualTo(target.name());
        assertThat(vault.data().path("OTHER").asString()).isEqualTo(Vault.base64("new"));
        assertThat(vault.stored()).isEqualTo(new Held.Value(FRESH));
    }
}
