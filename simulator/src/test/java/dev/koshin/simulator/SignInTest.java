package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SignInTest {
    private static final String PAGE = "/users/sign_in";

    private final Stage stage = WebCast.stage();
    private final Tab tab = new Tab(stage);

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void thePageHasTheFormAndWhatItMustCarryTwice() {
        String page = tab.get(PAGE).body();

        assertThat(page)
                .contains("<meta name=\"csrf-param\" content=\"authenticity_token\">")
                .contains("name=\"authenticity_token\" value=\"" + tab.csrf() + "\"")
                .contains("name=\"user[login]\"", "name=\"user[password]\"");
        assertThat(tab.cookie()).isNotEmpty();
    }

    @Test
    void theRightPasswordLeadsHomeUnderANewCookie() {
        tab.get(PAGE);
        String before = tab.cookie();
        Stage.Answer answer = tab.signIn("bob", WebCast.password("bob"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo(stage.uri("/").toString());
        assertThat(tab.cookie()).isNotEqualTo(before).isNotEmpty();
    }

    @Test
    void theMailAddressIsANameToo() {
        assertThat(tab.signIn("BOB@example.test", WebCast.password("bob")).status())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({"15.11, 200", "16.11, 200", "17.11, 422", "19.1, 422"})
    void aWrongPasswordShowsThePageAgain(String profile, int status) {
        try (Stage other = WebCast.stage(options -> options.withProfile(profile))) {
            Stage.Answer answer = new Tab(other).signIn("bob", "wrong");

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body()).contains("name=\"user[login]\"", "Invalid login or password.");
        }
    }

    @Test
    void aBlockedUserStaysOutside() {
        assertThat(tab.signIn("locked", WebCast.password("locked")).body())
                .contains("Your account has been blocked.", "user[login]");
    }

    @Test
    void signingInWakesADeactivatedUserUp() {
        assertThat(tab.signIn("sleeping", WebCast.password("sleeping")).status())
                .isEqualTo(302);
        assertThat(stage.get(Cast.ROOT, "/users/17").json().path("state").asString())
                .isEqualTo("active");
    }

    @Test
    void aFormThatIsNotOursIsRefused() {
        tab.get(PAGE);
        Stage.Answer answer = tab.post(PAGE, "user[login]", "bob", "user[password]", WebCast.password("bob"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(tab.post(PAGE, "authenticity_token", "wrong").status()).isEqualTo(422);
        assertThat(new Tab(stage).submit(PAGE).status()).isEqualTo(422);
    }

    @Test
    void passwordsCanBeSwitchedOff() {
        tab.get(PAGE);
        stage.plain("PATCH", "/control/settings", "{\"passwordForWeb\":false}");

        assertThat(tab.submit(PAGE, "user[login]", "bob", "user[password]", WebCast.password("bob"))
                        .status())
                .isEqualTo(403);
        assertThat(tab.get(PAGE).body()).doesNotContain("user[login]");
    }

    @Test
    void aSecondFactorIsAskedForOnItsOwnPage() {
        Stage.Answer asked = tab.signIn("two", WebCast.password("two"));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains("user[otp_attempt]").doesNotContain("user[login]");
        assertThat(tab.get("/").status()).isEqualTo(302);

        assertThat(tab.submit(PAGE, "user[otp_attempt]", "000000").body()).contains("user[otp_attempt]");
        assertThat(tab.submit(PAGE, "user[otp_attempt]", "123456").status()).isEqualTo(302);
        assertThat(tab.get("/").status()).isEqualTo(200);
    }

    @Test
    void aSecondFactorAloneOpensNothing() {
        tab.get(PAGE);

        assertThat(tab.submit(PAGE, "user[otp_attempt]", "123456").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"late, /-/user_settings/password/new", "terms, /-/users/terms"})
    void whoOwesSomethingIsSentThereFromEveryPage(String username, String path) {
        assertThat(tab.signIn(username, WebCast.password(username)).header("Location"))
                .endsWith(path);
        assertThat(tab.get("/").header("Location")).endsWith(path);
        assertThat(tab.get(path).status()).isEqualTo(200);
    }

    @Test
    void theEleventhTryInAMinuteIsThrottled() {
        for (int i = 0; i < 10; i++) {
            assertThat(tab.post(PAGE).status()).isEqualTo(422);
        }
        Stage.Answer answer = tab.post(PAGE);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
        assertThat(answer.body()).isEqualTo("Retry later\n");
        assertThat(answer.header("Retry-After")).matches("\\d+");
        assertThat(answer.header("RateLimit-Name")).isEqualTo("throttle_unauthenticated_protected_paths");
    }

    @Test
    void theThrottleEndsWithItsMinute() {
        for (int i = 0; i < 11; i++) {
            tab.post(PAGE);
        }
        stage.control().advanceClock(Duration.ofMinutes(1));

        assertThat(tab.signIn("bob", WebCast.password("bob")).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({"POST", "DELETE"})
    void signingOutEndsTheSession(String method) {
        Tab signedIn = Tab.of(stage, "bob");
        Stage.Answer answer = stage.send(stage.request("/users/sign_out")
                .header("Cookie", "_gitlab_session=" + signedIn.cookie())
                .method(method, BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(signedIn.get("/").status()).isEqualTo(302);
    }

    @Test
    void aBrowserThatIsSignedInReadsTheApiAndNoMore() {
        Tab signedIn = Tab.of(stage, "bob");

        assertThat(signedIn.get("/api/v4/user").body()).contains("\"username\":\"bob\"");
        assertThat(signedIn.post("/api/v4/personal_access_tokens/1/rotate").status())
                .isEqualTo(401);
        assertThat(tab.get("/api/v4/user").status()).isEqualTo(401);
        signedIn.submit("/users/sign_out");
        assertThat(signedIn.get("/api/v4/user").status()).isEqualTo(401);
    }

    @Test
    void homeIsForThoseInside() {
        assertThat(tab.get("/").header("Location")).endsWith("/users/sign_in");
        assertThat(Tab.of(stage, "bob").get("/").status()).isEqualTo(200);
        assertThat(Tab.of(stage, "bob").get(PAGE).header("Location")).endsWith("/");
    }

    @Test
    void whoIsBlockedLaterIsOutside() {
        Tab boss = Tab.of(stage, "boss");
        stage.postJson(Cast.ROOT, "/users/16/block", "{}");

        assertThat(boss.get("/").status()).isEqualTo(302);
    }

    @Test
    void adminModeAsksForThePasswordAgain() {
        Tab boss = Tab.of(stage, "boss");

        assertThat(boss.submit("/admin/session", "user[password]", WebCast.password("boss"))
                        .status())
                .isEqualTo(302);
        assertThat(boss.submit("/admin/session", "user[password]", "wrong").status())
                .isEqualTo(200);
        assertThat(Tab.of(stage, "bob")
                        .submit("/admin/session", "user[password]", WebCast.password("bob"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPasswordInTheAddressIsNotLogged() {
        stage.plain("POST", "/users/sign_in?user%5Bpassword%5D=open&user%5Blogin%5D=bob", "");

        assertThat(stage.control().requestsSince(0).getLast().target())
                .isEqualTo("/users/sign_in?user%5Bpassword%5D=****&user%5Blogin%5D=bob");
    }

    @Test
    void visitsAreLoggedWithTheirUser() {
        tab.signIn("bob", WebCast.password("bob"));

        assertThat(stage.control()
                        .requestsSince(0)
                        .getLast()
                        .who()
                        .orElseThrow()
                        .userId())
                .isEqualTo(WebCast.BOB_ID);
    }
}
