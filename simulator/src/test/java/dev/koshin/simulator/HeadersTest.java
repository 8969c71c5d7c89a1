package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HeadersTest {
    private static final String[] ALWAYS = {
        "connection",
        "date",
        "nel",
        "server",
        "strict-transport-security",
        "vary",
        "x-gitlab-meta",
        "x-request-id",
        "x-runtime"
    };

    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aGoodAnswerHasTheHeadersOfAGoodAnswer() {
        Stage.Answer answer = stage.get(Cast.ANN, "/user");

        assertThat(answer.headerNames())
                .contains(ALWAYS)
                .contains("content-type", "content-length", "etag", "referrer-policy")
                .contains("x-content-type-options", "x-frame-options")
                .hasSize(ALWAYS.length + 7);
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=0, private, must-revalidate");
        assertThat(answer.header("ETag")).matches("W/\"[0-9a-f]{32}\"");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void anEmptyAnswerHasNoTypeNoLengthAndNoTag() {
        Stage.Answer answer = stage.delete(Cast.ANN, "/personal_access_tokens/self");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headerNames())
                .contains(ALWAYS)
                .contains("cache-control", "referrer-policy", "x-content-type-options", "x-frame-options")
                .hasSize(ALWAYS.length + 4);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void aPlainRefusalHasNoTagAndNoReferrerPolicy() {
        Stage.Answer answer = stage.get("glpat-unknown", "/user");

        assertThat(answer.headerNames())
                .contains(ALWAYS)
                .contains("cache-control", "content-type", "content-length")
                .contains("x-content-type-options", "x-frame-options")
                .hasSize(ALWAYS.length + 5);
    }

    @Test
    void aRevokedTokenIsChallengedAndTheAnswerIsNotFramed() {
        Stage.Answer answer = stage.get(Cast.ANN_REVOKED, "/user");

        assertThat(answer.header("Www-Authenticate"))
                .isEqualTo("Bearer realm=\"Protected by OAuth 2.0\", error=\"invalid_token\","
                        + " error_description=\"Token was revoked. You have to re-authorize from the user.\"");
        assertThat(answer.headerNames()).contains(ALWAYS).doesNotContain("x-frame-options", "x-content-type-options");
    }

    @Test
    void aRecordThatTheDatabaseDidNotFindIsNotFramedEither() {
        assertThat(stage.delete(Cast.ANN, "/personal_access_tokens/999").headerNames())
                .doesNotContain("x-frame-options", "x-content-type-options", "www-authenticate");
        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens/999").headerNames())
                .contains("x-frame-options", "x-content-type-options");
    }

    @Test
    void theRequestIdIsAUlidAndAppearsTwice() {
        Stage.Answer answer = stage.get(Cast.ANN, "/user");
        String id = answer.header("X-Request-Id");

        assertThat(id).matches("[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(answer.header("X-Gitlab-Meta")).isEqualTo("{\"correlation_id\":\"" + id + "\",\"version\":\"1\"}");
        assertThat(stage.get(Cast.ANN, "/user").header("X-Request-Id")).isNotEqualTo(id);
        assertThat(answer.header("X-Runtime")).matches("\\d+\\.\\d{6}");
    }

    @Test
    void theDateFollowsTheSimulatedClock() {
        assertThat(stage.get(Cast.ANN, "/user").header("Date")).startsWith("Wed, 17 Jun 2026 12:0");

        stage.control().advanceClock(Duration.ofDays(400));
        assertThat(stage.get(Cast.ROOT, "/user").header("Date")).startsWith("Thu, 22 Jul 2027 12:0");
    }

    @Test
    void headIsGetWithoutABody() throws IOException {
        Stage.Answer answer = stage.sendOrFail(stage.request("/api/v4/user")
                .header("PRIVATE-TOKEN", Cast.ANN)
                .method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Content-Length")).isNotEqualTo("0");
    }
}
