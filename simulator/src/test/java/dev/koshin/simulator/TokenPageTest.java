package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenPageTest {
    private static final String PAGE = "/-/user_settings/personal_access_tokens";
    private static final String NAME = "personal_access_token[name]";
    private static final String SCOPES = "personal_access_token[scopes][]";
    private static final String EXPIRY = "personal_access_token[expires_at]";
    private static final String DESCRIPTION = "personal_access_token[description]";

    private final Stage stage = WebCast.stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @CsvSource({
        "15.11, /-/profile/personal_access_tokens, new_token",
        "16.11, /-/user_settings/personal_access_tokens, new_token",
        "17.11, /-/user_settings/personal_access_tokens, new_token",
        "18.11, /-/user_settings/personal_access_tokens, token",
        "19.1, /-/user_settings/personal_access_tokens, token"
    })
    void theNewTokenWorks(String profile, String path, String key) {
        try (Stage other = WebCast.stage(options -> options.withProfile(profile))) {
            Tab tab = Tab.of(other, "bob");
            tab.get(path);
            Stage.Answer answer = tab.submit(path, NAME, "n", SCOPES, "api", EXPIRY, "2026-07-01");

            assertThat(answer.status()).isEqualTo(200);
            String value = answer.json().path(key).asString();
            assertThat(other.get(value, "/user").json().path("username").asString())
                    .isEqualTo("bob");
        }
    }

    @Test
    void theOlderAnswerListsTheActiveTokensWithoutValues() {
        Stage.Answer answer = Tab.of(stage, "bob").submit(PAGE, NAME, "n", SCOPES, "api");

        assertThat(answer.json().path("total").asInt()).isEqualTo(5);
        assertThat(answer.json().path("active_access_tokens").valueStream())
                .hasSize(5)
                .allSatisfy(token -> assertThat(token.has("token")).isFalse());
    }

    @Test
    void theNewerAnswerIsTheTokenAlone() {
        try (Stage newer = WebCast.stage(options -> options.withProfile("19.1"))) {
            assertThat(Tab.of(newer, "bob")
                            .submit(PAGE, NAME, "n", SCOPES, "api")
                            .json()
                            .propertyNames())
                    .containsExactly("token");
        }
    }

    @Test
    void theTokenIsAsAskedFor() {
        Tab.of(stage, "bob")
                .submit(PAGE, NAME, "n", SCOPES, "sudo", SCOPES, "api", DESCRIPTION, "why", EXPIRY, "2026-07-01");

        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens/27").body())
                .contains("\"name\":\"n\"", "\"scopes\":[\"sudo\",\"api\"]", "\"description\":\"why\"")
                .contains("\"expires_at\":\"2026-07-01\"", "\"user_id\":10");
    }

    @Test
    void withoutAnExpiryATokenLivesAsLongAsAllowed() {
        Tab.of(stage, "bob").submit(PAGE, NAME, "n", SCOPES, "api");

        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens/27").body()).contains("\"expires_at\":\"2027-06-17\"");
    }

    @Test
    void whatIsWrongIsListed() {
        Tab tab = Tab.of(stage, "bob");

        assertThat(tab.submit(PAGE, NAME, "n", SCOPES, "api", EXPIRY, "2027-06-18")
                        .status())
                .isEqualTo(422);
        assertThat(tab.submit(PAGE, NAME, "n", SCOPES, "api", EXPIRY, "2027-06-18")
                        .body())
                .isEqualTo("{\"errors\":[\"Expiration date must be before 2027-06-17\"]}");
        assertThat(tab.submit(PAGE, NAME, "", SCOPES, "api").body())
                .isEqualTo("{\"errors\":[\"Name can't be blank\"]}");
        assertThat(tab.submit(PAGE, NAME, "n", SCOPES, "unknown").body())
                .isEqualTo("{\"errors\":[\"Scopes can only contain available scopes\"]}");
    }

    @Test
    void theHeaderIsAsGoodAsTheField() {
        Tab tab = Tab.of(stage, "bob");
        Stage.Answer answer = stage.send(stage.request(PAGE)
                .header("Cookie", "_gitlab_session=" + tab.cookie())
                .header("X-CSRF-Token", tab.csrf())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("personal_access_token[name]=n&personal_access_token[scopes][]=api")));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aFormThatIsNotOursMakesNothing() {
        Tab tab = Tab.of(stage, "bob");

        assertThat(tab.post(PAGE, NAME, "n", SCOPES, "api").status()).isEqualTo(422);
        assertThat(stage.control().tokens()).hasSize(20);
    }

    @Test
    void whoIsNotSignedInIsSentToTheDoor() {
        Tab tab = new Tab(stage);
        tab.get("/users/sign_in");

        assertThat(tab.get(PAGE).header("Location")).endsWith("/users/sign_in");
        assertThat(tab.submit(PAGE, NAME, "n", SCOPES, "api").header("Location"))
                .endsWith("/users/sign_in");
    }

    @Test
    void theOtherReleasesPathDoesNotExist() {
        assertThat(Tab.of(stage, "bob").get("/-/profile/personal_access_tokens").status())
                .isEqualTo(404);
    }

    @Test
    void theChangeIsLogged() {
        Tab.of(stage, "bob").submit(PAGE, NAME, "n", SCOPES, "api");

        assertThat(stage.control().requestsSince(0).getLast().ended().committed())
                .isTrue();
    }
}
