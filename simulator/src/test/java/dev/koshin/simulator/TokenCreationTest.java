package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class TokenCreationTest {
    private static final String PATH = "/users/2/personal_access_tokens";

    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aCreatedTokenHasTheRecordedKeysAndWorksBesidesTheOldOne() {
        Stage.Answer answer = stage.postJson(
                Cast.ROOT, PATH, "{\"name\":\"x\",\"expires_at\":\"2026-07-01\",\"scopes\":[\"sudo\",\"api\"]}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body())
                .matches("\\{\"id\":14,\"name\":\"x\",\"revoked\":false,"
                        + "\"created_at\":\"2026-06-17T12:0\\d:\\d\\d\\.\\d{3}Z\",\"description\":null,"
                        + "\"scopes\":\\[\"sudo\",\"api\"],\"user_id\":2,\"last_used_at\":null,\"active\":true,"
                        + "\"expires_at\":\"2026-07-01\",\"token\":\"glpat-[0-9a-zA-Z_-]{20}\"}");
        String value = answer.json().path("token").asString();
        assertThat(stage.get(value, "/user").json().path("username").asString()).isEqualTo("ann");
        assertThat(stage.get(Cast.ANN, "/user").status()).isEqualTo(200);
    }

    @Test
    void scopesMayBeAListOrOneTextWithCommasInJsonOrInAForm() {
        assertThat(scopes(stage.postJson(Cast.ROOT, PATH, "{\"name\":\"x\",\"scopes\":\"api,sudo\"}")))
                .isEqualTo("[\"api\",\"sudo\"]");
        assertThat(scopes(stage.postForm(Cast.ROOT, PATH, "name=x&scopes=api,sudo")))
                .isEqualTo("[\"api\",\"sudo\"]");
        assertThat(scopes(stage.postForm(Cast.ROOT, PATH, "name=x&scopes[]=api&scopes%5B%5D=sudo")))
                .isEqualTo("[\"api\",\"sudo\"]");
    }

    @Test
    void withoutAnExpiryATokenLivesAsLongAsAllowed() {
        assertThat(create("{\"name\":\"x\",\"scopes\":[\"api\"]}")
                        .path("expires_at")
                        .asString())
                .isEqualTo("2027-06-17");
        assertThat(create("{\"name\":\"x\",\"scopes\":[\"api\"],\"expires_at\":null}")
                        .path("expires_at")
                        .asString())
                .isEqualTo("2027-06-17");
    }

    @Test
    void theLastAllowedDayIsAllowedAndTheNextIsNot() {
        assertThat(create("{\"name\":\"x\",\"scopes\":[\"api\"],\"expires_at\":\"2027-06-17\"}")
                        .path("active")
                        .asBoolean())
                .isTrue();

        Stage.Answer late =
                stage.postJson(Cast.ROOT, PATH, "{\"name\":\"x\",\"scopes\":[\"api\"],\"expires_at\":\"2027-06-18\"}");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).isEqualTo("{\"message\":\"Expiration date must be before 2027-06-17\"}");
    }

    @Test
    void aDayInThePastMakesADeadToken() {
        JsonNode token = create("{\"name\":\"x\",\"scopes\":[\"api\"],\"expires_at\":\"2026-06-17\"}");

        assertThat(token.path("active").asBoolean()).isFalse();
        assertThat(stage.get(token.path("token").asString(), "/user").status()).isEqualTo(401);
    }

    @Test
    void whereExpiryIsNotRequiredATokenMayLiveForEver() {
        try (Stage lenient = Stage.open(Cast.settings(365, false, "glpat-", false))) {
            JsonNode token = lenient.postJson(Cast.ROOT, PATH, "{\"name\":\"x\",\"scopes\":[\"api\"]}")
                    .json();
            assertThat(token.path("expires_at").isNull()).isTrue();
            assertThat(token.path("active").asBoolean()).isTrue();
            assertThat(lenient.postJson(
                                    Cast.ROOT,
                                    PATH,
                                    "{\"name\":\"x\",\"scopes\":[\"api\"],\"expires_at\":\"2099-01-01\"}")
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void theInstanceMayAllowLess() {
        try (Stage strict = Stage.open(Cast.settings(30, true, "glpat-", false))) {
            assertThat(strict.postForm(Cast.ROOT, PATH, "name=x&scopes=api&expires_at=2026-07-18")
                            .body())
                    .isEqualTo("{\"message\":\"Expiration date must be before 2026-07-17\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                     | 400 | {"error":"name is missing, scopes is missing"}
            {"name":"x"}                                           | 400 | {"error":"scopes is missing"}
            {"name":"x","scopes":["nonsense"]}                     | 400 | {"error":"scopes does not have a valid value"}
            {"name":"x","scopes":["api"],"expires_at":"tomorrow"}  | 400 | {"error":"expires_at is invalid"}
            {"name":" ","scopes":["api"]}                          | 422 | {"message":"Name can't be blank"}
            {"name":"x","scopes":[]}                               | 422 | {"message":"Scopes can't be blank"}
            {"name":                                               | 400 | {"error":"message body does not match declared format"}
            """)
    void whatIsWrongIsNamed(String body, int status, String answer) {
        Stage.Answer refused = stage.postJson(Cast.ROOT, PATH, body);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.body()).isEqualTo(answer);
        assertThat(stage.control().tokens()).hasSize(13);
    }

    @Test
    void onlyAnAdminMayAndTheUserMustExist() {
        String body = "{\"name\":\"x\",\"scopes\":[\"api\"]}";

        assertThat(stage.postJson(Cast.ANN, PATH, body).status()).isEqualTo(403);
        assertThat(stage.postJson(Cast.ANN, PATH, body).body()).isEqualTo("{\"message\":\"403 Forbidden\"}");
        assertThat(stage.postJson(Cast.ROOT, "/users/99/personal_access_tokens", body)
                        .body())
                .isEqualTo("{\"message\":\"404 User Not Found\"}");
        assertThat(stage.postJson("glpat-unknown", "/users/0/personal_access_tokens", "{}")
                        .body())
                .isEqualTo("{\"message\":\"401 Unauthorized\"}");
    }

    @Test
    void aBlockedUserGetsATokenThatHeCannotUse() {
        Stage.Answer answer = stage.postForm(Cast.ROOT, "/users/3/personal_access_tokens", "name=x&scopes=api");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(stage.get(answer.json().path("token").asString(), "/user").status())
                .isEqualTo(403);
    }

    @Test
    void askingTwiceMakesTwoTokens() {
        create("{\"name\":\"same\",\"scopes\":[\"api\"]}");
        create("{\"name\":\"same\",\"scopes\":[\"api\"]}");

        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens?user_id=2&search=same")
                        .ids())
                .containsExactly(14L, 15L);
    }

    private JsonNode create(String body) {
        Stage.Answer answer = stage.postJson(Cast.ROOT, PATH, body);
        assertThat(answer.status()).isEqualTo(201);
        return answer.json();
    }

    private static String scopes(Stage.Answer answer) {
        return answer.json().path("scopes").toString();
    }
}
