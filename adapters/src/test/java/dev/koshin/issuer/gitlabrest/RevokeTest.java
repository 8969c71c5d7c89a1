package dev.koshin.issuer.gitlabrest;

import static dev.koshin.issuer.gitlabrest.Scripts.cutBody;
import static dev.koshin.issuer.gitlabrest.Scripts.html;
import static dev.koshin.issuer.gitlabrest.Scripts.json;
import static dev.koshin.issuer.gitlabrest.Scripts.noContent;
import static dev.koshin.issuer.gitlabrest.Scripts.reset;
import static dev.koshin.issuer.gitlabrest.Scripts.silent;
import static dev.koshin.issuer.gitlabrest.Scripts.typed;
import static dev.koshin.issuer.gitlabrest.Setup.ADMIN;
import static dev.koshin.issuer.gitlabrest.Setup.DELETE;
import static dev.koshin.issuer.gitlabrest.Setup.OWN;
import static dev.koshin.issuer.gitlabrest.Setup.OWN_VALUE;
import static dev.koshin.issuer.gitlabrest.Setup.SELF;
import static dev.koshin.issuer.gitlabrest.Setup.SINGLE;
import static dev.koshin.issuer.gitlabrest.Setup.USER;
import static dev.koshin.issuer.gitlabrest.Setup.USERS;
import static dev.koshin.issuer.gitlabrest.Setup.done;
import static dev.koshin.issuer.gitlabrest.Setup.problem;
import static dev.koshin.issuer.gitlabrest.Setup.refused;
import static dev.koshin.issuer.gitlabrest.Setup.unclear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RevokeTest {
    private static final TokenId ID = new TokenId(41);

    @AutoClose
    private final Setup setup = new Setup(Duration.ofMillis(300));

    RevokeTest() throws IOException {}

    @Test
    void a_token_that_is_revoked_is_done() {
        setup.stub.on(DELETE, noContent());

        assertThat(done(setup.issuer().revoke(ID, OWN))).isEqualTo(ID);
        assertThat(setup.stub.seen(DELETE)).containsExactly(new Stub.Seen(DELETE, "", ADMIN, ""));
    }

    @Test
    void the_token_that_makes_the_calls_does_not_revoke_itself() {
        setup.stub.on(SELF, json(200, Bodies.token(41, 7, "root-token"))).on(DELETE, noContent());

        assertThat(done(setup.issuer().revoke(ID, OWN))).isEqualTo(ID);
        assertThat(setup.stub.seen(DELETE)).containsExactly(new Stub.Seen(DELETE, "", OWN_VALUE, ""));
    }

    @Test
    void the_token_that_makes_the_calls_is_asked_for_its_id_once_in_a_run() {
        setup.stub.on(SELF, json(200, Bodies.token(40, 7, "root-token"))).on(DELETE, noContent());

        done(setup.issuer().revoke(ID, OWN));
        done(setup.issuer().revoke(ID, OWN));

        assertThat(setup.stub.seen(SELF)).hasSize(1);
    }

    @Test
    void what_an_inspection_told_is_not_asked_again() {
        setup.stub.on(SELF, json(200, Bodies.token(41, 7, "root-token"))).on(DELETE, noContent());

        done(setup.issuer().inspect(Secret.of(ADMIN)));
        done(setup.issuer().revoke(ID, OWN));

        assertThat(setup.stub.seen(SELF)).hasSize(1);
        assertThat(setup.stub.seen(DELETE)).containsExactly(new Stub.Seen(DELETE, "", OWN_VALUE, ""));
    }

    @Test
    void where_the_administrators_token_is_dead_the_owner_revokes() {
        setup.stub.on(DELETE, json(401, Bodies.EXPIRED), noContent());

        assertThat(done(setup.issuer().revoke(ID, OWN))).isEqualTo(ID);
        assertThat(setup.stub.seen(DELETE)).extracting(Stub.Seen::token).containsExactly(ADMIN, OWN_VALUE);
    }

    static Stream<Stub.Script> gone() {
        String live = Bodies.token(41, 7, "org-01");
        return Stream.of(json(404, Bodies.NOT_FOUND), json(200, live.replace("\"revoked\":false", "\"revoked\":true")));
    }

    @ParameterizedTest
    @MethodSource("gone")
    void a_token_that_is_gone_is_done(Stub.Script answer) {
        setup.stub.on(DELETE, json(404, Bodies.NOT_FOUND)).on(SINGLE, answer);

        assertThat(done(setup.issuer().revoke(ID, OWN))).isEqualTo(ID);
    }

    @Test
    void a_token_that_is_not_found_but_lives_is_not_done() {
        setup.stub.on(DELETE, json(404, Bodies.NOT_FOUND)).on(SINGLE, json(200, Bodies.token(41, 7, "org-01")));

        assertThat(problem(setup.issuer().revoke(ID, OWN)))
                .hasToString("gitlab-refused[DELETE /api/v4/personal_access_tokens/41, 404 Not found]");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(json(400, Bodies.BAD_REQUEST), Reason.GITLAB_REFUSED),
                Arguments.of(json(401, Bodies.UNAUTHORIZED), Reason.ADMIN_TOKEN_UNKNOWN),
                Arguments.of(json(401, Bodies.EXPIRED), Reason.ADMIN_TOKEN_EXPIRED),
                Arguments.of(json(401, Bodies.REVOKED), Reason.ADMIN_TOKEN_REVOKED),
                Arguments.of(json(403, Bodies.FORBIDDEN), Reason.ADMIN_NOT_ADMIN),
                Arguments.of(json(403, Bodies.SCOPE), Reason.ADMIN_SCOPE_MISSING),
                Arguments.of(json(404, Bodies.NO_ROUTE), Reason.GITLAB_REFUSED),
                Arguments.of(json(409, Bodies.message("409 Conflict: Resource lock")), Reason.GITLAB_REFUSED));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_clear_no_is_refused(Stub.Script answer, Reason reason) {
        setup.stub.on(DELETE, answer);

        assertThat(refused(setup.issuer().revoke(ID, OWN))).isEqualTo(reason);
        assertThat(setup.stub.seen(DELETE))
                .filteredOn(seen -> seen.token().equals(ADMIN))
                .hasSize(1);
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of(json(500, Bodies.CRASH), Reason.GITLAB_FAILED, 4),
                Arguments.of(html(502), Reason.GITLAB_BOOTING, 4),
                Arguments.of(reset(), Reason.GITLAB_UNREACHABLE, 4),
                Arguments.of(silent(), Reason.GITLAB_TIMEOUT, 4),
                Arguments.of(cutBody(200, "{"), Reason.GITLAB_UNREACHABLE, 4),
                Arguments.of(html(404), Reason.GITLAB_NOT_JSON, 1),
                Arguments.of(html(200), Reason.GITLAB_NOT_JSON, 1),
                Arguments.of(json(202, "{}"), Reason.GITLAB_NOT_JSON, 1));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void a_lost_answer_is_unclear_after_asking_again(Stub.Script answer, Reason reason, int requests) {
        setup.stub.on(DELETE, answer);

        assertThat(unclear(setup.issuer().revoke(ID, OWN))).isEqualTo(reason);
        assertThat(setup.stub.seen(DELETE)).hasSize(requests);
    }

    @Test
    void a_lost_answer_is_found_out_by_asking_again() {
        setup.stub.on(DELETE, reset(), json(404, Bodies.NOT_FOUND)).on(SINGLE, json(404, Bodies.NOT_FOUND));

        assertThat(done(setup.issuer().revoke(ID, OWN))).isEqualTo(ID);
    }

    @Test
    void a_throttle_slows_down_every_issuer() {
        setup.stub
                .on(SELF, json(200, Bodies.token(40, 1, "root-token")))
                .on(DELETE, typed("text/plain", 429, "Retry later\n", "Retry-After", "3600"), noContent());

        done(setup.issuer().revoke(ID, OWN));
        done(setup.issuer().revoke(ID, OWN));

        assertThat(setup.waits).containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(60));
    }

    @Test
    void admin_mode_is_told_from_a_bare_bad_request() {
        setup.stub
                .on(DELETE, json(400, Bodies.BAD_REQUEST))
                .on(USER, json(200, Bodies.userForAdmin(1, "root", "active", true)))
                .on(USERS, json(200, "[" + Bodies.user(1, "root", "active") + "]"));

        assertThat(problem(setup.issuer().revoke(ID, OWN)))
                .hasToString("admin-mode-on[DELETE /api/v4/personal_access_tokens/41, 400 Bad request]");
    }

    @Test
    void a_user_who_is_no_administrator_is_told_from_a_bare_bad_request() {
        setup.stub.on(DELETE, json(400, Bodies.BAD_REQUEST)).on(USER, json(200, Bodies.user(1, "root", "active")));

        assertThat(refused(setup.issuer().revoke(ID, OWN))).isEqualTo(Reason.ADMIN_NOT_ADMIN);
    }

    @Test
    void a_bad_request_of_a_real_administrator_stays_what_it_is() {
        setup.stub
                .on(DELETE, json(400, Bodies.BAD_REQUEST))
                .on(USER, json(200, Bodies.userForAdmin(1, "root", "active", true)))
                .on(USERS, json(200, "[" + Bodies.userForAdmin(1, "root", "active", true) + "]"));

        assertThat(refused(setup.issuer().revoke(ID, OWN))).isEqualTo(Reason.GITLAB_REFUSED);
    }
}
