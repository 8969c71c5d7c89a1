package dev.koshin.issuer.gitlabrest;

import static dev.koshin.issuer.gitlabrest.Scripts.html;
import static dev.koshin.issuer.gitlabrest.Scripts.json;
import static dev.koshin.issuer.gitlabrest.Setup.METADATA;
import static dev.koshin.issuer.gitlabrest.Setup.SELF;
import static dev.koshin.issuer.gitlabrest.Setup.USER;
import static dev.koshin.issuer.gitlabrest.Setup.USERS;
import static dev.koshin.issuer.gitlabrest.Setup.VERSION;
import static dev.koshin.issuer.gitlabrest.Setup.done;
import static dev.koshin.issuer.gitlabrest.Setup.problem;
import static dev.koshin.issuer.gitlabrest.Setup.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Account;
import dev.koshin.model.Expiry;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.TokenId;
import dev.koshin.model.UserId;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AdminReportTest {
    private static final String TOKEN = Bodies.token(2, 1, "root");

    @AutoClose
    private final Setup setup = new Setup();

    AdminReportTest() throws IOException {}

    @BeforeEach
    void all_is_well() {
        setup.stub
                .on(SELF, json(200, TOKEN))
                .on(METADATA, json(200, Bodies.VERSION))
                .on(USER, json(200, Bodies.userForAdmin(1, "root", "active", true)))
                .on(USERS, json(200, "[" + Bodies.userForAdmin(1, "root", "active", true) + "]"));
    }

    @Test
    void tells_what_is_known_with_four_calls() {
        AdminReport report = report();

        assertThat(report.server()).contains(new AdminReport.Server("19.1.1-ee", "a88e17d191e", true));
        assertThat(report.user()).isEqualTo(Account.of(new UserId(1), "root"));
        assertThat(report.admin()).isTrue();
        assertThat(report.adminModeWithoutScope()).isFalse();
        assertThat(report.token()).isEqualTo(new TokenId(2));
        assertThat(report.scopes()).containsExactly("api");
        assertThat(report.expiry()).contains(new Expiry(LocalDate.parse("2027-06-17")));
        assertThat(report.problems()).isEmpty();
        assertThat(setup.gitlab.calls()).isEqualTo(4);
    }

    @Test
    void a_user_who_is_no_administrator_is_a_problem() {
        setup.stub.on(USER, json(200, Bodies.user(1, "root", "active")));

        assertThat(report().admin()).isFalse();
        assertThat(report().problems())
                .containsExactly(Problem.of(Reason.ADMIN_NOT_ADMIN, "GET /api/v4/user", "is_admin: false"));
    }

    @Test
    void admin_mode_without_its_scope_is_a_problem() {
        setup.stub.on(USERS, json(200, "[" + Bodies.user(1, "root", "active") + "]"));

        assertThat(report().adminModeWithoutScope()).isTrue();
        assertThat(report().problems())
                .containsExactly(Problem.of(Reason.ADMIN_MODE_ON, "GET /api/v4/users", "is_admin is missing"));
    }

    @Test
    void a_token_without_the_scope_api_is_a_problem() {
        setup.stub.on(SELF, json(200, TOKEN.replace("\"api\"", "\"read_api\",\"read_user\"")));

        assertThat(report().problems())
                .containsExactly(Problem.of(
                        Reason.ADMIN_SCOPE_MISSING,
                        "GET /api/v4/personal_access_tokens/self",
                        "scopes: read_api read_user"));
    }

    @Test
    void a_token_that_expires_within_sixty_days_is_a_problem() {
        setup.stub.on(SELF, json(200, TOKEN.replace("2027-06-17", "2026-08-31")));
        assertThat(report().problems()).isEmpty();

        setup.stub.on(SELF, json(200, TOKEN.replace("2027-06-17", "2026-08-29")));
        assertThat(report().problems())
                .containsExactly(Problem.of(
                        Reason.ADMIN_TOKEN_EXPIRES_SOON,
                        "GET /api/v4/personal_access_tokens/self",
                        "expires_at: 2026-08-29"));
    }

    @Test
    void a_token_that_never_expires_is_none() {
        setup.stub.on(SELF, json(200, TOKEN.replace("\"2027-06-17\"", "null")));

        assertThat(report().problems()).isEmpty();
        assertThat(report().expiry()).isEmpty();
    }

    private void answerAt(String date) {
        setup.stub.on(USERS, json(200, "[" + Bodies.userForAdmin(1, "root", "active", true) + "]", "Date", date));
    }

    @Test
    void clocks_that_differ_by_a_minute_are_a_problem() {
        answerAt("Tue, 30 Jun 2026 23:58:00 GMT");

        AdminReport report = report();

        assertThat(report.ahead()).isBetween(Duration.ofSeconds(-120), Duration.ofSeconds(-110));
        assertThat(report.problems()).extracting(Problem::reason).containsExactly(Reason.CLOCK_DIFFERS);
    }

    @Test
    void clocks_that_differ_by_less_are_none() {
        answerAt("Wed, 01 Jul 2026 00:00:50 GMT");

        assertThat(report().problems()).isEmpty();
    }

    @Test
    void a_gitlab_before_metadata_is_asked_for_its_version() {
        setup.stub.on(METADATA, json(404, Bodies.NO_ROUTE)).on(VERSION, json(200, "{\"version\":\"15.1.6\"}"));

        assertThat(report().server()).contains(new AdminReport.Server("15.1.6", "", false));
        assertThat(setup.gitlab.calls()).isEqualTo(5);
    }

    static Stream<Stub.Script> silent() {
        return Stream.of(
                json(404, Bodies.NO_ROUTE),
                json(403, Bodies.FORBIDDEN),
                json(403, Bodies.SCOPE),
                html(403),
                html(404),
                json(200, "{}"),
                json(200, "{\"version\":\"<b>19</b>\"}"));
    }

    @ParameterizedTest
    @MethodSource("silent")
    void a_gitlab_that_does_not_tell_its_version_is_a_problem_and_the_rest_is_told(Stub.Script answer) {
        setup.stub.on(METADATA, answer).on(VERSION, answer);

        AdminReport report = report();

        assertThat(report.server()).isEmpty();
        assertThat(report.user()).isEqualTo(Account.of(new UserId(1), "root"));
        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).isEqualTo(Reason.GITLAB_VERSION_UNKNOWN))
                .satisfies(problem -> assertThat(problem.details()).startsWith(VERSION));
    }

    @Test
    void a_gitlab_that_cannot_say_which_token_asks_is_too_old() {
        setup.stub.on(SELF, json(404, Bodies.NOT_FOUND)).on(METADATA, json(200, "{\"version\":\"15.4.6-ee\"}"));

        assertThat(problem(setup.gitlab.preflight())).isEqualTo(Problem.of(Reason.GITLAB_TOO_OLD, SELF, "15.4.6-ee"));

        setup.stub.on(METADATA, json(404, Bodies.NO_ROUTE));
        assertThat(problem(setup.gitlab.preflight()))
                .isEqualTo(Problem.of(Reason.GITLAB_TOO_OLD, SELF, "404 Not found"));
    }

    @Test
    void a_plain_403_to_what_every_token_may_ask_does_not_mean_that_it_is_no_administrators() {
        setup.stub.on(SELF, json(403, Bodies.FORBIDDEN)).on(USER, json(403, Bodies.FORBIDDEN));

        assertThat(problem(setup.gitlab.preflight()))
                .isEqualTo(Problem.of(Reason.GITLAB_BARS_CALLER, SELF, "403 Forbidden"));
        assertThat(setup.gitlab.calls()).isEqualTo(1);
    }

    @Test
    void the_longest_lifetime_is_not_known_before_gitlab_refuses_a_longer_one() {
        assertThat(report().longestLifetimeDays()).isEmpty();

        setup.stub.on(
                Setup.CREATE,
                json(422, Bodies.message("Expiration date must be before 2026-09-29")),
                json(201, Bodies.created(41, 7)));
        done(setup.issuer().issue(Setup.request()));

        assertThat(report().longestLifetimeDays()).hasValue(90);
    }

    @Test
    void a_dead_token_is_no_report_but_a_refusal() {
        setup.stub.on(SELF, json(401, Bodies.EXPIRED));

        assertThat(refused(setup.gitlab.preflight())).isEqualTo(Reason.ADMIN_TOKEN_EXPIRED);
        assertThat(setup.gitlab.calls()).isEqualTo(1);
    }

    private AdminReport report() {
        return done(setup.gitlab.preflight());
    }
}
