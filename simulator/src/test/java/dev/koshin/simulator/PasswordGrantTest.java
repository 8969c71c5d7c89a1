package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordGrantTest {
    private static final String BOSS = "grant_type=password&username=boss&password=password+of+boss";

    private final Stage stage = WebCast.stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aPasswordGetsAToken() {
        Stage.Answer answer = ask(stage, BOSS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .matches("\\{\"access_token\":\"[0-9a-f]{64}\",\"token_type\":\"Bearer\",\"expires_in\":7200,"
                        + "\"refresh_token\":\"[0-9a-f]{64}\",\"scope\":\"api\",\"created_at\":\\d{10}}");
    }

    @Test
    void theTokenWorksForTwoHours() {
        String token = ask(stage, BOSS).json().path("access_token").asString();
        assertThat(bearer(token)).isEqualTo(200);

        stage.control().advanceClock(Duration.ofHours(2));
        assertThat(bearer(token)).isEqualTo(401);
    }

    @Test
    void scopesMayBeAskedFor() {
        assertThat(ask(stage, BOSS + "&scope=api+admin_mode")
                        .json()
                        .path("scope")
                        .asString())
                .isEqualTo("api admin_mode");
        assertThat(ask(stage, BOSS + "&scope=unknown").body()).startsWith("{\"error\":\"invalid_scope\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "username=boss&password=wrong",
                "username=nobody&password=x",
                "username=boss",
                "username=two&password=password+of+two",
                "username=locked&password=password+of+locked",
                "username=late&password=password+of+late"
            })
    void whatDoesNotSignInIsAnInvalidGrant(String login) {
        Stage.Answer answer = ask(stage, "grant_type=password&" + login);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"invalid_grant\",\"error_description\":\"");
    }

    @Test
    void passwordsOfGitCanBeSwitchedOff() {
        stage.plain("PATCH", "/control/settings", "{\"passwordForGit\":false}");

        assertThat(ask(stage, BOSS).body()).startsWith("{\"error\":\"invalid_grant\"");
    }

    @Test
    void aGrantWithoutAClientCanBeSwitchedOff() {
        stage.plain("PATCH", "/control/settings", "{\"passwordGrant\":false}");

        assertThat(ask(stage, BOSS).status()).isEqualTo(401);
        assertThat(ask(stage, BOSS).body()).startsWith("{\"error\":\"invalid_client\"");
    }

    @Test
    void theNewestReleasesDoWithoutIt() {
        try (Stage newest = WebCast.stage(options -> options.withProfile("19.1"))) {
            assertThat(ask(newest, BOSS).status()).isEqualTo(401);
        }
    }

    @Test
    void noClientIsKnown() {
        assertThat(ask(stage, BOSS + "&client_id=x").status()).isEqualTo(401);
    }

    @Test
    void noOtherWayOfOAuthIsPretended() {
        Stage.Answer answer = ask(stage, "grant_type=client_credentials");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"unsupported_grant_type\"");
    }

    private static Stage.Answer ask(Stage stage, String form) {
        return stage.send(stage.request("/oauth/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private int bearer(String token) {
        return stage.send(stage.request("/api/v4/user").header("Authorization", "Bearer " + token))
                .status();
    }
}
