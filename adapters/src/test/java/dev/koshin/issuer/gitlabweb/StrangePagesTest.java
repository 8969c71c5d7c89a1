package dev.koshin.issuer.gitlabweb;

import static dev.koshin.issuer.Scene.refused;
import static dev.koshin.issuer.Scene.unclear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.issuer.Scene;
import dev.koshin.issuer.gitlabweb.Pretender.Shown;
import dev.koshin.model.Account;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that the pretend GitLab does not have. */
final class StrangePagesTest {
    private static final String FORM = "GET /users/sign_in";
    private static final String SUBMIT = "POST /users/sign_in";
    private static final String TOKENS = "GET /-/user_settings/personal_access_tokens";
    private static final String MAKE = "POST /-/user_settings/personal_access_tokens";

    @AutoClose
    private final Scene scene = new Scene(Scene.RELEASE, Scene.DEAD);

    @AutoClose
    private final Pretender pages = new Pretender().friendly();

    StrangePagesTest() throws IOException {}

    private Issuer issuer() {
        return Webs.issuer(scene, pages.uri(""), "root", Scene.PASSWORD);
    }

    private Effect<Issued> issued() {
        return issuer().issue(Scene.request(30));
    }

    private Reason look(Shown page) {
        return refused(preflight(page)).reason();
    }

    private Problem submit(Shown page) {
        pages.on(SUBMIT, page);
        return refused(issued());
    }

    @Test
    void another_page_at_the_address_is_not_gitlabs() {
        assertThat(look(Shown.html(200, "<h1>It works!</h1>"))).isEqualTo(Reason.SIGN_IN_PAGE_UNKNOWN);
        assertThat(look(Shown.html(404, ""))).isEqualTo(Reason.SIGN_IN_PAGE_UNKNOWN);
        assertThat(look(Shown.elsewhere("https://sso.example/login"))).isEqualTo(Reason.SIGN_IN_PAGE_UNKNOWN);
        assertThat(look(Shown.html(200, Pretender.FORM + "<div class='g-recaptcha'>")))
                .isEqualTo(Reason.SIGN_IN_PAGE_UNKNOWN);
    }

    @Test
    void a_secret_of_the_page_that_no_header_could_carry_is_not_sent_and_not_shown() {
        Effect<Account> answer = preflight(
                Shown.html(200, "<meta name=\"csrf-token\" content=\"abc\ndef\"><input name=\"user[login]\">"));

        assertThat(refused(answer).reason()).isEqualTo(Reason.SIGN_IN_PAGE_UNKNOWN);
        assertThat(answer.toString()).doesNotContain("abc", "def");
    }

    private Effect<Account> preflight(Shown page) {
        pages.on(FORM, page);
        return issuer().preflight(Optional.empty());
    }

    @Test
    void a_sign_in_page_without_a_password_field_takes_no_password() {
        assertThat(look(Shown.html(200, Pretender.SIGNED_IN))).isEqualTo(Reason.SIGN_IN_PASSWORD_OFF);
    }

    @ParameterizedTest
    @CsvSource({
        "https://h/-/users/terms?redirect=x, SIGN_IN_TERMS",
        "/-/user_settings/password/new, SIGN_IN_PASSWORD_EXPIRED",
        "/-/profile/password/new, SIGN_IN_PASSWORD_EXPIRED",
        "/-/profile/two_factor_auth, SIGN_IN_SECOND_FACTOR",
        "/users/identity_verification, SIGN_IN_UNCONFIRMED",
        "/users/sign_in, SIGN_IN_REFUSED",
        "'', SIGN_IN_REFUSED",
    })
    void where_gitlab_sends_the_user_says_what_it_wants(String location, Reason reason) {
        assertThat(submit(Shown.elsewhere(location))).isEqualTo(Problem.of(reason, SUBMIT, "root"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <input name="user[otp_attempt]">                  | SIGN_IN_SECOND_FACTOR
            <input name="user[device_response]">              | SIGN_IN_SECOND_FACTOR
            <input name="user[verification_token]">           | SIGN_IN_UNCONFIRMED
            Your account is locked. <input name="user[login]"> | USER_BLOCKED
            """)
    void what_a_page_asks_for_says_what_gitlab_wants(String body, Reason reason) {
        assertThat(submit(Shown.html(200, body))).isEqualTo(Problem.of(reason, SUBMIT, "root"));
    }

    @Test
    void a_form_that_is_taken_for_a_forged_one_is_told_from_a_wrong_password() {
        assertThat(submit(Shown.html(422, "The change you requested was rejected"))
                        .reason())
                .isEqualTo(Reason.SIGN_IN_FORM_REJECTED);
    }

    @Test
    void passwords_that_are_switched_off_are_recognised() {
        assertThat(submit(Shown.html(403, "no")).reason()).isEqualTo(Reason.SIGN_IN_PASSWORD_OFF);
    }

    @Test
    void a_page_that_nobody_knows_is_no_success() {
        assertThat(submit(Shown.html(200, "<h1>Welcome?</h1>")).reason()).isEqualTo(Reason.SIGN_IN_PAGE_UNKNOWN);
    }

    @Test
    void the_session_and_the_marks_of_the_forms_go_along() {
        pages.on(
                        FORM,
                        new Shown(
                                200,
                                "text/html",
                                Pretender.FORM,
                                List.of(
                                        "Set-Cookie",
                                        "_gitlab_session=one; path=/; secure; HttpOnly",
                                        "Set-Cookie",
                                        "pref=x")))
                .on(
                        SUBMIT,
                        new Shown(
                                302,
                                "text/html",
                                "",
                                List.of(
                                        "Location",
                                        "/",
                                        "Set-Cookie",
                                        "_gitlab_session=two",
                                        "Set-Cookie",
                                        "pref=; max-age=0")))
                .on(MAKE, Shown.html(404, ""));
        refused(issued());

        assertThat(pages.seen(SUBMIT).cookie()).isEqualTo("_gitlab_session=one; pref=x");
        assertThat(pages.seen(SUBMIT).body())
                .contains("authenticity_token=abc%2B%2F%26%3D%3D", "user%5Blogin%5D=root", "remember_me%5D=0");
        assertThat(pages.seen(MAKE).cookie()).isEqualTo("_gitlab_session=two");
        assertThat(pages.seen(MAKE).csrf()).isEqualTo("def");
        assertThat(pages.seen(MAKE).body())
                .contains(
                        "personal_access_token%5Bname%5D=koshin+exastro%2Froot+0123456789abcdef",
                        "personal_access_token%5Bscopes%5D%5B%5D=api&personal_access_token%5Bscopes%5D%5B%5D=sudo");
        assertThat(pages.seen("POST /users/sign_out").csrf()).isEqualTo("def");
    }

    @Test
    void a_gitlab_below_a_path_is_reached_there() throws IOException {
        try (Pretender below = new Pretender()
                .on("GET /gitlab/users/sign_in", Shown.html(200, Pretender.FORM))
                .on("POST /gitlab/users/sign_in", Shown.elsewhere("http://h/gitlab/users/sign_in"))) {
            assertThat(refused(Webs.issuer(scene, below.uri("/gitlab/"), "root", Scene.PASSWORD)
                                    .issue(Scene.request(30)))
                            .reason())
                    .isEqualTo(Reason.SIGN_IN_REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201})
    void an_answer_without_a_token_is_unclear(int status) {
        pages.on(MAKE, Shown.json(status, "{\"total\":1}"));

        assertThat(unclear(issued())).isEqualTo(Problem.of(Reason.GITLAB_NOT_JSON, MAKE, status + " without a token"));
        assertThat(pages.lines()).last().isEqualTo("POST /users/sign_out");
    }

    @Test
    void a_failure_or_a_strange_redirect_after_the_form_was_sent_is_unclear() {
        pages.on(MAKE, Shown.html(500, ""));
        assertThat(unclear(issued()).reason()).isEqualTo(Reason.GITLAB_FAILED);
        pages.on(MAKE, Shown.html(502, ""));
        assertThat(unclear(issued()).reason()).isEqualTo(Reason.GITLAB_BOOTING);
        pages.on(MAKE, Shown.elsewhere("/-/user_settings/personal_access_tokens"));
        assertThat(unclear(issued()).reason()).isEqualTo(Reason.SIGN_IN_PAGE_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            422 | {"errors":["Expiration date must be sensible"]} | TOKEN_EXPIRY_REFUSED
            422 | {"errors":["Scopes can only contain available scopes"]} | GITLAB_REFUSED
            422 | {} | SIGN_IN_FORM_REJECTED
            403 | {} | GITLAB_REFUSED
            404 | {} | GITLAB_REFUSED
            429 | {} | GITLAB_RATE_LIMITED
            """)
    void a_clear_no_to_the_form_is_refused(int status, String body, Reason reason) {
        pages.on(MAKE, Shown.json(status, body));

        assertThat(refused(issued()).reason()).isEqualTo(reason);
    }

    @Test
    void a_session_that_died_makes_no_token() {
        pages.on(MAKE, Shown.elsewhere("/users/sign_in"));
        assertThat(refused(issued()).reason()).isEqualTo(Reason.SIGN_IN_PAGE_UNKNOWN);
        pages.on(TOKENS, Shown.elsewhere("/-/users/terms"));
        assertThat(refused(issued()).reason()).isEqualTo(Reason.SIGN_IN_TERMS);
        pages.on(TOKENS, Shown.html(404, ""));
        assertThat(refused(issued()).reason()).isEqualTo(Reason.GITLAB_REFUSED);
        assertThat(pages.lines()).last().isEqualTo("POST /users/sign_out");
    }

    @Test
    void a_token_that_the_api_does_not_know_is_lost() {
        pages.on(MAKE, Shown.json(200, "{\"token\":\"glpat-never-heard-of-0001\"}"));

        assertThat(unclear(issued()).reason()).isEqualTo(Reason.TOKEN_DOES_NOT_WORK);
    }

    @Test
    void a_token_of_another_name_is_not_taken() {
        pages.on(MAKE, Shown.json(200, "{\"token\":\"" + Scene.LIVE.reveal(text -> text) + "\"}"));

        assertThat(unclear(issued()).reason()).isEqualTo(Reason.TOKEN_DIFFERS);
    }
}
