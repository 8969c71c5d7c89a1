package dev.koshin.issuer.gitlabrest;

import static dev.koshin.issuer.gitlabrest.Scripts.html;
import static dev.koshin.issuer.gitlabrest.Scripts.json;
import static dev.koshin.issuer.gitlabrest.Setup.ACCOUNT;
import static dev.koshin.issuer.gitlabrest.Setup.USER;
import static dev.koshin.issuer.gitlabrest.Setup.USERS;
import static dev.koshin.issuer.gitlabrest.Setup.done;
import static dev.koshin.issuer.gitlabrest.Setup.problem;
import static dev.koshin.issuer.gitlabrest.Setup.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Account;
import dev.koshin.model.Expiry;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.UserId;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PreflightTest {
    @AutoClose
    private final Setup setup = new Setup();

    PreflightTest() throws IOException {}

    @BeforeEach
    void the_user_exists() {
        setup.stub.on(USERS, list(Bodies.userForAdmin(7, "org-01", "active", false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org-01", "koshin exastro/organization/org-01 0123456789abcdef"})
    void the_user_of_a_live_token_of_ours_is_taken_from_it(String name) {
        assertThat(done(setup.issuer().preflight(Optional.of(old(name, "2027-01-01")))))
                .isEqualTo(ACCOUNT);
        assertThat(setup.gitlab.calls()).isZero();
    }

    @Test
    void the_user_of_a_token_of_another_name_is_looked_up() {
        assertThat(done(setup.issuer().preflight(Optional.of(old("by hand", "2027-01-01")))))
                .isEqualTo(ACCOUNT);
        assertThat(setup.stub.seen()).containsExactly(new Stub.Seen(USERS, "username=org-01", Setup.ADMIN, ""));
    }

    @Test
    void the_user_of_a_dead_token_is_looked_up() {
        done(setup.issuer().preflight(Optional.of(old("org-01", "2026-07-01"))));

        assertThat(setup.gitlab.calls()).isEqualTo(1);
    }

    @Test
    void a_name_in_other_capitals_is_the_same_user() {
        setup.stub.on(USERS, list(Bodies.userForAdmin(7, "Org-01", "active", false)));

        assertThat(done(setup.issuer().preflight(Optional.empty()))).isEqualTo(Account.of(new UserId(7), "Org-01"));
    }

    @Test
    void a_name_is_encoded() {
        setup.stub.on(USERS, list(Bodies.userForAdmin(7, "a&b", "active", false)));

        done(setup.gitlab.issuer("a&b").preflight(Optional.empty()));

        assertThat(setup.stub.seen(USERS).getFirst().query()).isEqualTo("username=a%26b");
    }

    @Test
    void a_user_that_is_missing_is_refused() {
        setup.stub.on(USERS, json(200, "[]"));

        assertThat(problem(setup.issuer().preflight(Optional.empty())))
                .isEqualTo(Problem.of(Reason.USER_MISSING, USERS, "org-01"));
    }

    @Test
    void another_user_than_the_one_asked_for_is_no_answer() {
        setup.stub.on(USERS, list(Bodies.userForAdmin(8, "somebody", "active", false)));

        assertThat(refused(setup.issuer().preflight(Optional.empty()))).isEqualTo(Reason.USER_MISSING);
    }

    @Test
    void a_blocked_user_is_refused_with_the_state() {
        setup.stub.on(USERS, list(Bodies.userForAdmin(7, "org-01", "deactivated", false)));

        assertThat(problem(setup.issuer().preflight(Optional.empty())))
                .isEqualTo(Problem.of(Reason.USER_BLOCKED, USERS, "org-01: deactivated"));
    }

    @Test
    void a_caller_who_is_not_told_who_is_an_administrator_is_none() {
        setup.stub
                .on(USERS, list(Bodies.user(7, "org-01", "active")))
                .on(USER, json(200, Bodies.user(1, "someone", "active")));

        assertThat(refused(setup.issuer().preflight(Optional.empty()))).isEqualTo(Reason.ADMIN_NOT_ADMIN);
    }

    @Test
    void an_administrator_who_is_not_told_who_is_one_is_held_back_by_admin_mode() {
        setup.stub
                .on(USERS, list(Bodies.user(7, "org-01", "active")), list(Bodies.user(1, "root", "active")))
                .on(USER, json(200, Bodies.userForAdmin(1, "root", "active", true)));

        assertThat(refused(setup.issuer().preflight(Optional.empty()))).isEqualTo(Reason.ADMIN_MODE_ON);
    }

    @Test
    void a_page_that_is_no_list_is_refused() {
        setup.stub.on(USERS, json(200, "{}"));
        assertThat(refused(setup.issuer().preflight(Optional.empty()))).isEqualTo(Reason.GITLAB_NOT_JSON);

        setup.stub.on(USERS, html(200));
        assertThat(refused(setup.issuer().preflight(Optional.empty()))).isEqualTo(Reason.GITLAB_NOT_JSON);
    }

    @Test
    void an_admin_token_that_is_not_to_be_had_is_the_sources_problem() {
        Problem problem = Problem.of(Reason.ADMIN_TOKEN_UNRESOLVED, "env GITLAB_ROOT_TOKEN");
        try (GitLabRest gitlab = new GitLabRest(GitLabRestOptions.of(
                setup.stub.uri(), () -> new Effect.Refused<>(problem), Setup.clock(), setup.waits::add))) {
            assertThat(problem(gitlab.issuer("org-01").preflight(Optional.empty())))
                    .isEqualTo(problem);
            assertThat(gitlab.calls()).isZero();
        }
    }

    @Test
    void an_admin_token_that_no_header_can_carry_is_unknown() {
        try (GitLabRest gitlab = new GitLabRest(GitLabRestOptions.of(
                setup.stub.uri(), () -> new Effect.Done<>(Secret.of("two words")), Setup.clock(), setup.waits::add))) {
            assertThat(refused(gitlab.issuer("org-01").preflight(Optional.empty())))
                    .isEqualTo(Reason.ADMIN_TOKEN_UNKNOWN);
        }
    }

    private static Token old(String name, String expiry) {
        return new Token(
                new TokenId(3),
                new UserId(7),
                name,
                new TreeSet<>(List.of("api")),
                Instant.EPOCH,
                Optional.empty(),
                Optional.of(new Expiry(LocalDate.parse(expiry))),
                false);
    }

    private static Stub.Script list(String user) {
        return json(200, "[" + user + "]");
    }
}
