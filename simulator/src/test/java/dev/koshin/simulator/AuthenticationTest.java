package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuthenticationTest {
    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aTokenIsAcceptedAsHeaderAsBearerAndAsParameter() {
        assertThat(stage.get(Cast.ANN, "/user").status()).isEqualTo(200);
        assertThat(stage.send(stage.request("/api/v4/user").header("Authorization", "Bearer " + Cast.ANN))
                        .status())
                .isEqualTo(200);
        assertThat(stage.send(stage.request("/api/v4/user?private_token=" + Cast.ANN))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theParameterWinsOverTheHeader() {
        Stage.Answer answer = stage.get(Cast.ROOT, "/user?private_token=" + Cast.ANN);

        assertThat(answer.json().path("username").asString()).isEqualTo("ann");
    }

    @Test
    void basicAuthenticationIsNotAccepted() {
        Stage.Answer answer = stage.send(stage.request("/api/v4/user").header("Authorization", "Basic cm9vdDp4"));

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void noTokenAndAnUnknownTokenLookTheSame() {
        assertThat(stage.plain("GET", "/api/v4/user", "").body()).isEqualTo("{\"message\":\"401 Unauthorized\"}");
        assertThat(stage.get("glpat-nobody-knows-me", "/user").body()).isEqualTo("{\"message\":\"401 Unauthorized\"}");
        assertThat(stage.get("glpat-nobody-knows-me", "/user").status()).isEqualTo(401);
    }

    @Test
    void aRevokedTokenIsToldSo() {
        Stage.Answer answer = stage.get(Cast.ANN_REVOKED, "/personal_access_tokens/self");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo("{\"error\":\"invalid_token\",\"error_description\":"
                        + "\"Token was revoked. You have to re-authorize from the user.\"}");
    }

    @Test
    void anExpiredTokenIsToldSoEvenIfItIsRevokedAsWell() {
        String expired = "{\"error\":\"invalid_token\",\"error_description\":"
                + "\"Token is expired. You can either do re-authorization or token refresh.\"}";

        assertThat(stage.get(Cast.ANN_EXPIRED, "/user").status()).isEqualTo(401);
        assertThat(stage.get(Cast.ANN_EXPIRED, "/user").body()).isEqualTo(expired);
        assertThat(stage.get(Cast.ANN_EXPIRED_AND_REVOKED, "/user").body()).isEqualTo(expired);
    }

    @Test
    void aTokenDiesAtTheStartOfItsDayInUtc() {
        stage.control().setClock(Cast.NOW.plus(Duration.ofHours(12)).minusSeconds(30));
        assertThat(stage.get(Cast.ANN_LAST_DAY, "/user").status()).isEqualTo(200);

        stage.control().advanceClock(Duration.ofSeconds(30));
        assertThat(stage.get(Cast.ANN_LAST_DAY, "/user").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            glpat-value-of-ann-read-repository | /user                      | read_user api read_api
            glpat-value-of-ann-read-repository | /metadata                  | read_user api read_api
            glpat-value-of-ann-read-repository | /users?username=ann        | read_user api read_api
            glpat-value-of-ann-read-repository | /personal_access_tokens    | api read_api
            glpat-value-of-ann-read-user       | /personal_access_tokens/3  | api read_api
            glpat-value-of-ann-read-user       | /projects                  | api read_api
            """)
    void aScopeThatIsTooSmallIsToldWhichOnesWouldDo(String token, String path, String scopes) {
        Stage.Answer answer = stage.get(token, path);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body())
                .isEqualTo("{\"error\":\"insufficient_scope\",\"error_description\":\"The request requires higher"
                        + " privileges than provided by the access token.\",\"scope\":\"" + scopes + "\"}");
    }

    @Test
    void readScopesReadAndDoNotWrite() {
        assertThat(stage.get(Cast.ANN_READ_API, "/personal_access_tokens").status())
                .isEqualTo(200);
        assertThat(stage.get(Cast.ANN_READ_USER, "/user").status()).isEqualTo(200);
        assertThat(stage.delete(Cast.ANN_READ_API, "/personal_access_tokens/3").status())
                .isEqualTo(403);
    }

    @Test
    void anyScopeIsEnoughToLookAtTheTokenItself() {
        assertThat(stage.get(Cast.ANN_READ_REPOSITORY, "/personal_access_tokens/self")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theTokenOfABlockedAccountIsForbiddenWithTheReason() {
        assertThat(stage.get(Cast.BLOCKED, "/user").status()).isEqualTo(403);
        assertThat(stage.get(Cast.BLOCKED, "/user").body())
                .isEqualTo("{\"message\":\"403 Forbidden - Your account has been blocked.\"}");
        assertThat(stage.get(Cast.DEACTIVATED, "/user").body())
                .isEqualTo("{\"message\":\"403 Forbidden - Your account has been deactivated by your administrator."
                        + " Please log back in from a web browser to reactivate your account at"
                        + " http://gitlab.example.test\"}");
        assertThat(stage.get(Cast.PENDING, "/user").body()).contains("pending approval from your administrator");
    }

    @Test
    void unknownRoutesWrongMethodsAndTheOldApiHaveTheirOwnBodies() {
        assertThat(stage.plain("GET", "/api/v4/nothing", "").body()).isEqualTo("{\"error\":\"404 Not Found\"}");
        assertThat(stage.plain("GET", "/api/v4/nothing", "").status()).isEqualTo(404);
        assertThat(stage.plain("PUT", "/api/v4/user", "").status()).isEqualTo(405);
        assertThat(stage.plain("GET", "/api/v3/user", "").status()).isEqualTo(410);
        assertThat(stage.plain("GET", "/api/v3/user", "").body()).contains("API V3 is no longer supported");
    }
}
