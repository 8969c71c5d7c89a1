package dev.koshin.issuer.gitlabrest;

import static dev.koshin.issuer.gitlabrest.Scripts.cutBody;
import static dev.koshin.issuer.gitlabrest.Scripts.hangUp;
import static dev.koshin.issuer.gitlabrest.Scripts.html;
import static dev.koshin.issuer.gitlabrest.Scripts.json;
import static dev.koshin.issuer.gitlabrest.Scripts.reset;
import static dev.koshin.issuer.gitlabrest.Scripts.silent;
import static dev.koshin.issuer.gitlabrest.Scripts.slowBody;
import static dev.koshin.issuer.gitlabrest.Scripts.typed;
import static dev.koshin.issuer.gitlabrest.Setup.CREATE;
import static dev.koshin.issuer.gitlabrest.Setup.done;
import static dev.koshin.issuer.gitlabrest.Setup.problem;
import static dev.koshin.issuer.gitlabrest.Setup.refused;
import static dev.koshin.issuer.gitlabrest.Setup.request;
import static dev.koshin.issuer.gitlabrest.Setup.unclear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issued;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class IssueTest {
    @AutoClose
    private final Setup setup = new Setup(Duration.ofSeconds(1));

    IssueTest() throws IOException {}

    @BeforeEach
    void the_server_tells_its_time() {
        setup.stub.on(Setup.VERSION, json(200, Bodies.VERSION));
    }

    @Test
    void asks_for_what_is_wanted_until_the_servers_day_plus_the_lifetime() {
        setup.stub.on(CREATE, json(201, Bodies.created(41, 7)));

        Issued issued = done(setup.issuer().issue(request("exastro/root", 30)));

        assertThat(issued.secret()).isEqualTo(Secret.of(Bodies.VALUE));
        assertThat(setup.stub.seen(CREATE)).singleElement().satisfies(seen -> {
            assertThat(seen.token()).isEqualTo(Setup.ADMIN);
            assertThat(seen.body()).isEqualTo("""
                            {"name":"koshin exastro/root 0123456789abcdef","scopes":["api","read_user"],\
                            "expires_at":"2026-07-31"}""");
        });
    }

    @Test
    void believes_the_servers_clock_and_not_the_local_one() {
        setup.stub.on(Setup.VERSION, json(200, Bodies.VERSION, "Date", "Tue, 30 Jun 2026 23:59:00 GMT"));
        setup.stub.on(CREATE, json(201, Bodies.created(41, 7)));

        done(setup.issuer().issue(request("c", 1)));

        assertThat(setup.stub.seen(CREATE).getFirst().body()).contains("\"expires_at\":\"2026-07-01\"");
    }

    @Test
    void asks_for_the_time_only_if_no_answer_told_it() {
        setup.stub.on(CREATE, json(201, Bodies.created(41, 7)));

        done(setup.issuer().issue(request()));
        done(setup.issuer().issue(request()));

        assertThat(setup.stub.seen(Setup.VERSION)).hasSize(1);
        assertThat(setup.gitlab.calls()).isEqualTo(3);
    }

    @Test
    void cuts_a_long_credential_and_never_the_marker() {
        setup.stub.on(CREATE, json(201, Bodies.created(41, 7)));

        done(setup.issuer().issue(request("c".repeat(300), 30)));

        assertThat(setup.stub.seen(CREATE).getFirst().body())
                .contains("\"koshin " + "c".repeat(180) + " 0123456789abcdef\"");
    }

    private void refuseTheFirstDay() {
        setup.stub.on(
                CREATE,
                json(422, Bodies.message("Expiration date must be before 2027-06-25")),
                json(201, Bodies.created(41, 7)));
    }

    @Test
    void asks_again_with_the_day_that_gitlab_names() {
        refuseTheFirstDay();

        done(setup.issuer().issue(request("c", 400)));

        assertThat(setup.stub.seen(CREATE))
                .extracting(Stub.Seen::body)
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"expires_at\":\"2027-08-05\""),
                        second -> assertThat(second)
                                .contains("\"expires_at\":\"2027-06-25\"")
                                .contains("0123456789abcdef"));
    }

    @Test
    void a_fleet_is_refused_for_its_lifetime_once() {
        refuseTheFirstDay();

        for (int i = 0; i < 5; i++) {
            done(setup.issuer().issue(request("c", 400)));
        }
        done(setup.issuer().issue(request("c", 30)));

        assertThat(setup.stub.seen(CREATE)).hasSize(7);
        assertThat(setup.stub.seen(CREATE).getLast().body()).contains("\"expires_at\":\"2026-07-31\"");
    }

    @Test
    void asks_again_with_the_number_of_days_that_gitlab_names() {
        setup.stub.on(
                CREATE,
                json(422, Bodies.message("Expiration date must expire in 365 days")),
                json(201, Bodies.created(41, 7)));

        done(setup.issuer().issue(request("c", 400)));

        assertThat(setup.stub.seen(CREATE).getLast().body()).contains("\"expires_at\":\"2027-07-01\"");
    }

    @Test
    void asks_again_only_once() {
        setup.stub.on(
                CREATE,
                json(422, Bodies.message("Expiration date must be before 2027-06-25")),
                json(422, Bodies.message("Expiration date must be before 2027-06-24")));

        assertThat(refused(setup.issuer().issue(request()))).isEqualTo(Reason.TOKEN_EXPIRY_REFUSED);
        assertThat(setup.stub.seen(CREATE)).hasSize(2);
    }

    @Test
    void does_not_ask_again_with_a_day_that_is_no_earlier() {
        setup.stub.on(CREATE, json(422, Bodies.message("Expiration date must be before 2028-01-01")));

        assertThat(refused(setup.issuer().issue(request()))).isEqualTo(Reason.TOKEN_EXPIRY_REFUSED);
        assertThat(setup.stub.seen(CREATE)).hasSize(1);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(json(401, Bodies.UNAUTHORIZED), Reason.ADMIN_TOKEN_UNKNOWN),
                Arguments.of(json(401, Bodies.REVOKED), Reason.ADMIN_TOKEN_REVOKED),
                Arguments.of(json(401, Bodies.EXPIRED), Reason.ADMIN_TOKEN_EXPIRED),
                Arguments.of(json(403, Bodies.SCOPE), Reason.ADMIN_SCOPE_MISSING),
                Arguments.of(json(403, Bodies.BLOCKED), Reason.USER_BLOCKED),
                Arguments.of(json(403, Bodies.FORBIDDEN), Reason.ADMIN_NOT_ADMIN),
                Arguments.of(json(404, Bodies.NO_USER), Reason.USER_MISSING),
                Arguments.of(json(400, "{\"error\":\"scopes does not have a valid value\"}"), Reason.GITLAB_REFUSED),
                Arguments.of(json(409, Bodies.message("409 Conflict: Resource lock")), Reason.GITLAB_REFUSED),
                Arguments.of(json(422, Bodies.message("Name can't be blank")), Reason.GITLAB_REFUSED),
                Arguments.of(json(302, "", "Location", "https://elsewhere.example/"), Reason.GITLAB_MOVED));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_clear_no_is_refused(Stub.Script answer, Reason reason) {
        setup.stub.on(CREATE, answer);

        assertThat(refused(setup.issuer().issue(request()))).isEqualTo(reason);
        assertThat(setup.stub.seen(CREATE)).hasSize(1);
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of(json(500, Bodies.CRASH), Reason.GITLAB_FAILED),
                Arguments.of(html(502), Reason.GITLAB_BOOTING),
                Arguments.of(html(503), Reason.GITLAB_BOOTING),
                Arguments.of(html(504), Reason.GITLAB_FAILED),
                Arguments.of(html(200), Reason.GITLAB_NOT_JSON),
                Arguments.of(html(201), Reason.GITLAB_NOT_JSON),
                Arguments.of(html(403), Reason.GITLAB_NOT_JSON),
                Arguments.of(json(201, "{\"id\":41,\"to"), Reason.GITLAB_NOT_JSON),
                Arguments.of(json(201, "{}"), Reason.GITLAB_NOT_JSON),
                Arguments.of(json(201, Bodies.token(41, 7, "no value")), Reason.GITLAB_NOT_JSON),
                Arguments.of(json(200, Bodies.created(41, 7)), Reason.GITLAB_NOT_JSON),
                Arguments.of(json(201, Bodies.created(41, 8)), Reason.USER_DIFFERS),
                Arguments.of(
                        json(201, Bodies.created(41, 7).replace(Bodies.VALUE, "with space")), Reason.GITLAB_NOT_JSON),
                Arguments.of(typed("application/json", 201, ""), Reason.GITLAB_NOT_JSON),
                Arguments.of(cutBody(201, "{\"id\":41,"), Reason.GITLAB_UNREACHABLE),
                Arguments.of(hangUp(), Reason.GITLAB_UNREACHABLE),
                Arguments.of(reset(), Reason.GITLAB_UNREACHABLE),
                Arguments.of(silent(), Reason.GITLAB_TIMEOUT),
                Arguments.of(slowBody(201, "{\"id\":41,"), Reason.GITLAB_TIMEOUT));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void a_lost_answer_is_unclear_and_the_request_is_not_sent_again(Stub.Script answer, Reason reason) {
        setup.stub.on(CREATE, answer);

        assertThat(unclear(setup.issuer().issue(request()))).isEqualTo(reason);
        assertThat(setup.stub.seen(CREATE)).hasSize(1);
    }

    @Test
    void waits_as_long_as_a_throttle_says_and_asks_again() {
        setup.stub.on(
                CREATE,
                typed("text/plain", 429, "Retry later\n", "Retry-After", "7"),
                json(201, Bodies.created(41, 7)));

        done(setup.issuer().issue(request()));

        assertThat(setup.stub.seen(CREATE)).hasSize(2);
        assertThat(setup.waits).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void a_throttle_that_does_not_end_is_refused() {
        setup.stub.on(CREATE, typed("text/plain", 429, "Retry later\n", "Retry-After", "7"));

        assertThat(refused(setup.issuer().issue(request()))).isEqualTo(Reason.GITLAB_RATE_LIMITED);
        assertThat(setup.stub.seen(CREATE)).hasSize(4);
    }

    @Test
    void nothing_is_sent_to_a_server_that_is_gone() throws IOException {
        setup.stub.on(CREATE, json(201, Bodies.created(41, 7)));
        done(setup.issuer().issue(request()));
        setup.stub.close();

        Effect<Issued> ending = setup.issuer().issue(request());

        assertThat(refused(ending)).isEqualTo(Reason.GITLAB_UNREACHABLE);
    }

    @Test
    void a_dead_admin_token_is_not_presented_again_by_the_same_issuer() {
        setup.stub.on(CREATE, json(401, Bodies.REVOKED));
        var issuer = setup.issuer();
        Effect<Issued> first = issuer.issue(request());

        assertThat(issuer.issue(request())).isEqualTo(first);
        assertThat(issuer.revoke(new TokenId(41), Setup.OWN)).isEqualTo(new Effect.Refused<>(problem(first)));
        assertThat(setup.stub.seen(CREATE)).hasSize(1);
        assertThat(setup.resolved).hasValue(1);
    }

    @Test
    void a_403_to_everything_does_not_blame_the_owner_of_the_token() {
        setup.stub.on(CREATE, json(403, Bodies.FORBIDDEN)).on(Setup.USER, json(403, Bodies.FORBIDDEN));

        assertThat(refused(setup.issuer().issue(request()))).isEqualTo(Reason.GITLAB_BARS_CALLER);
    }

    @Test
    void a_problem_says_where_and_what_and_no_secret() {
        setup.stub.on(CREATE, json(422, Bodies.message("Bad value " + Bodies.VALUE)));

        assertThat(problem(setup.issuer().issue(request())).details())
                .containsExactly("POST /api/v4/users/7/personal_access_tokens", "422 Bad value ****");
    }
}
