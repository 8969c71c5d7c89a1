package dev.koshin.issuer.gitlabrest;

import static dev.koshin.issuer.gitlabrest.Scripts.cutBody;
import static dev.koshin.issuer.gitlabrest.Scripts.hangUp;
import static dev.koshin.issuer.gitlabrest.Scripts.html;
import static dev.koshin.issuer.gitlabrest.Scripts.json;
import static dev.koshin.issuer.gitlabrest.Scripts.silent;
import static dev.koshin.issuer.gitlabrest.Scripts.slowBody;
import static dev.koshin.issuer.gitlabrest.Scripts.typed;
import static dev.koshin.issuer.gitlabrest.Setup.SELF;
import static dev.koshin.issuer.gitlabrest.Setup.USER;
import static dev.koshin.issuer.gitlabrest.Setup.done;
import static dev.koshin.issuer.gitlabrest.Setup.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Account;
import dev.koshin.model.Expiry;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.UserId;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issuer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExaminationTest {
    private static final Secret VALUE = Secret.of("7Kcu7r1J5fROebLZe6So");

    @AutoClose
    private final Setup setup = new Setup(Duration.ofMillis(300));

    ExaminationTest() throws IOException {}

    @Test
    void a_value_that_gitlab_accepts_is_live() {
        setup.stub.on(SELF, json(200, Bodies.token(41, 7, "koshin x")));

        assertThat(done(setup.issuer().inspect(VALUE)))
                .isEqualTo(new Inspection.Live(new Token(
                        new TokenId(41),
                        new UserId(7),
                        "koshin x",
                        new TreeSet<>(List.of("api")),
                        Instant.parse("2026-06-17T08:35:13.196Z"),
                        Optional.empty(),
                        Optional.of(new Expiry(LocalDate.parse("2027-06-17"))),
                        false)));
        assertThat(setup.stub.seen()).containsExactly(new Stub.Seen(SELF, "", "7Kcu7r1J5fROebLZe6So", ""));
    }

    @Test
    void a_token_of_an_old_gitlab_may_never_expire_and_lack_newer_keys() {
        setup.stub.on(SELF, json(200, """
                        {"id":1,"name":"root","revoked":false,"created_at":"2026-06-17T17:35:13+09:00",\
                        "scopes":["api","brand_new_scope"],"user_id":7,\
                        "last_used_at":"2026-06-18T00:00:00.000Z","expires_at":null,"unheard_of":{"a":[1]}}"""));

        Inspection seen = done(setup.issuer().inspect(VALUE));

        assertThat(seen).isInstanceOfSatisfying(Inspection.Live.class, live -> {
            assertThat(live.token().expiry()).isEmpty();
            assertThat(live.token().created()).isEqualTo("2026-06-17T08:35:13Z");
            assertThat(live.token().lastUsed()).contains(Instant.parse("2026-06-18T00:00:00Z"));
            assertThat(live.token().scopes()).containsExactly("api", "brand_new_scope");
        });
    }

    static Stream<Arguments> dead() {
        return Stream.of(
                Arguments.of(Bodies.EXPIRED, new Inspection.Expired()),
                Arguments.of(Bodies.REVOKED, new Inspection.Revoked()),
                Arguments.of(Bodies.UNAUTHORIZED, new Inspection.Unknown()));
    }

    @ParameterizedTest
    @MethodSource("dead")
    void a_dead_value_is_what_gitlab_says_and_does_not_work(String body, Inspection inspection) {
        setup.stub.on(SELF, json(401, body)).on(USER, json(401, body));

        assertThat(done(setup.issuer().inspect(VALUE))).isEqualTo(inspection);
        assertThat(refused(setup.issuer().exercise(VALUE))).isEqualTo(Reason.TOKEN_DOES_NOT_WORK);
        assertThat(setup.stub.seen()).hasSize(1);
    }

    @Test
    void a_value_that_gitlab_denied_is_not_presented_again_by_any_issuer() {
        setup.stub.on(SELF, json(401, Bodies.UNAUTHORIZED));

        for (int i = 0; i < 5; i++) {
            assertThat(done(setup.issuer().inspect(VALUE))).isEqualTo(new Inspection.Unknown());
        }
        assertThat(setup.stub.seen()).hasSize(1);
    }

    @Test
    void many_at_once_present_a_dead_value_once() throws InterruptedException {
        setup.stub.on(SELF, json(401, Bodies.REVOKED));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Effect<Inspection>>> all =
                    Collections.nCopies(32, () -> setup.issuer().inspect(VALUE));
            assertThat(threads.invokeAll(all))
                    .allSatisfy(one -> assertThat(done(one.resultNow())).isEqualTo(new Inspection.Revoked()));
        }
        assertThat(setup.stub.seen()).hasSize(1);
    }

    @Test
    void a_gitlab_that_cannot_say_which_token_asks_is_too_old() {
        setup.stub.on(SELF, json(404, Bodies.NOT_FOUND));
        assertThat(refused(setup.issuer().inspect(VALUE))).isEqualTo(Reason.GITLAB_TOO_OLD);

        setup.stub.on(SELF, json(404, Bodies.NO_ROUTE));
        assertThat(refused(setup.issuer().inspect(VALUE))).isEqualTo(Reason.GITLAB_TOO_OLD);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(json(401, Bodies.IMPERSONATION), Reason.GITLAB_REFUSED, 1),
                Arguments.of(html(401), Reason.GITLAB_NOT_JSON, 1),
                Arguments.of(json(403, Bodies.BLOCKED), Reason.USER_BLOCKED, 1),
                Arguments.of(json(403, Bodies.SCOPE), Reason.TOKEN_SCOPES_MISSING, 1),
                Arguments.of(json(403, Bodies.FORBIDDEN), Reason.GITLAB_BARS_CALLER, 1),
                Arguments.of(html(404), Reason.GITLAB_NOT_JSON, 1),
                Arguments.of(json(301, "", "Location", "/elsewhere"), Reason.GITLAB_MOVED, 1),
                Arguments.of(html(200), Reason.GITLAB_NOT_JSON, 1),
                Arguments.of(json(200, "{\"id\":4"), Reason.GITLAB_NOT_JSON, 1),
                Arguments.of(json(200, "[]"), Reason.GITLAB_NOT_JSON, 1),
                Arguments.of(typed("text/plain", 429, "Retry later\n"), Reason.GITLAB_RATE_LIMITED, 4),
                Arguments.of(json(500, Bodies.CRASH), Reason.GITLAB_FAILED, 4),
                Arguments.of(html(502), Reason.GITLAB_BOOTING, 4),
                Arguments.of(cutBody(200, "{\"id\":4"), Reason.GITLAB_UNREACHABLE, 4),
                Arguments.of(silent(), Reason.GITLAB_TIMEOUT, 4),
                Arguments.of(slowBody(200, "{\"id\":4"), Reason.GITLAB_TIMEOUT, 4));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_is_no_answer_to_the_question_is_refused(Stub.Script answer, Reason reason, int requests) {
        setup.stub.on(SELF, answer).on(USER, answer);

        assertThat(refused(setup.issuer().inspect(VALUE))).isEqualTo(reason);
        assertThat(setup.stub.seen(SELF)).hasSize(requests);
        assertThat(refused(setup.issuer().exercise(VALUE))).isEqualTo(reason);
        assertThat(setup.stub.seen(USER)).hasSize(requests);
    }

    @Test
    void a_passing_fault_is_waited_out() {
        setup.stub.on(SELF, cutBody(200, "{"), html(502), json(500, Bodies.CRASH), json(200, Bodies.token(41, 7, "t")));

        assertThat(done(setup.issuer().inspect(VALUE))).isInstanceOf(Inspection.Live.class);
        assertThat(setup.waits)
                .hasSize(3)
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMillis(250), Duration.ofSeconds(3)));
    }

    @Test
    void exercising_answers_for_whom_gitlab_takes_it() {
        setup.stub.on(USER, json(200, Bodies.user(7, "org-01", "active")));

        assertThat(done(setup.issuer().exercise(VALUE))).isEqualTo(Account.of(new UserId(7), "org-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "line\nbreak", "\"quoted\"", "'quoted'", "日本語", "\u0000"})
    void a_value_that_no_header_can_carry_is_unknown_and_never_sent(String value) {
        Issuer issuer = setup.issuer();

        assertThat(done(issuer.inspect(Secret.of(value)))).isEqualTo(new Inspection.Unknown());
        assertThat(refused(issuer.exercise(Secret.of(value)))).isEqualTo(Reason.TOKEN_DOES_NOT_WORK);
        assertThat(setup.stub.seen()).isEmpty();
    }

    @Test
    void a_value_just_issued_is_given_time_to_reach_a_replica() {
        setup.stub
                .on(Setup.VERSION, json(200, Bodies.VERSION))
                .on(Setup.CREATE, json(201, Bodies.created(41, 7)))
                .on(SELF, json(401, Bodies.UNAUTHORIZED), json(200, Bodies.token(41, 7, "t")));
        Issuer issuer = setup.issuer();
        Secret fresh = done(issuer.issue(Setup.request())).secret();

        assertThat(done(issuer.inspect(fresh))).isInstanceOf(Inspection.Live.class);
        assertThat(setup.stub.seen(SELF)).hasSize(2);
    }

    @Test
    void asking_about_a_value_needs_no_admin_token() {
        setup.stub.on(SELF, json(401, Bodies.UNAUTHORIZED)).on(USER, hangUp());

        done(setup.issuer().inspect(VALUE));
        refused(setup.issuer().exercise(VALUE));

        assertThat(setup.resolved).hasValue(0);
    }
}
