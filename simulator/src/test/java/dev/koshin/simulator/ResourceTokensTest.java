package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.Stage.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class ResourceTokensTest {
    private static final String PROJECT = "/projects/acme%2Fapp/access_tokens";
    private static final String GROUP = "/groups/acme/access_tokens";

    @AutoClose
    private final Stage stage = Stage.open();

    @Test
    void eachHasAUserOfItsOwnAndWorksLikeAPersonalOne() {
        Answer made = stage.postForm(Cast.ANN, PROJECT, "name=ci&scopes[]=api&scopes[]=self_rotate&access_level=30");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("access_level").asInt()).isEqualTo(30);
        assertThat(made.json().path("resource_type").asString()).isEqualTo("project");
        assertThat(made.json().path("resource_id").asInt()).isEqualTo(1);

        Answer user = stage.get(made.json().path("token").asString(), "/user");
        assertThat(user.json().path("username").asString()).matches("project_1_bot_[0-9a-f]{32}");
        assertThat(user.json().path("bot").asBoolean()).isTrue();
        assertThat(stage.get(made.json().path("token").asString(), "/personal_access_tokens/self")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theyAreListedReadAndRevoked() {
        stage.postForm(Cast.ANN, GROUP, "name=x&scopes=api");
        assertThat(stage.get(Cast.ANN, GROUP).ids()).containsExactly(14L);
        assertThat(stage.get(Cast.ANN, GROUP + "/14").json().path("name").asString())
                .isEqualTo("x");
        assertThat(stage.delete(Cast.ANN, GROUP + "/14").status()).isEqualTo(204);
        assertThat(stage.get(Cast.ANN, GROUP + "?state=active").ids()).isEmpty();
        assertThat(stage.get(Cast.ANN, GROUP).ids()).containsExactly(14L);
    }

    @Test
    void oldReleasesListOnlyLivingOnesAndSpeakInSentences() {
        try (Stage old = Stage.open(options -> options.withProfile("15.11"))) {
            old.postForm(Cast.ANN, GROUP, "name=x&scopes=api");
            old.delete(Cast.ANN, GROUP + "/14");

            assertThat(old.get(Cast.ANN, GROUP).ids()).isEmpty();
            assertThat(old.get(Cast.ANN, GROUP + "/99").body())
                    .isEqualTo("{\"message\":\"404 Could not find group access token with token_id: 99 Not Found\"}");
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(stage.delete(Cast.ANN, PROJECT + "/99").body())
                .isEqualTo("{\"message\":\"404 project Access Token Not Found\"}");
        assertThat(stage.delete(Cast.ANN, "/groups/nobody/access_tokens/1").body())
                .isEqualTo("{\"message\":\"404 Group Not Found\"}");
    }

    @Test
    void whoMayNotIsRefused() {
        assertThat(stage.get(Cast.BLOCKED, PROJECT).status()).isEqualTo(403);
        stage.postForm(Cast.ROOT, "/users/3/unblock", "");
        assertThat(stage.get(Cast.BLOCKED, PROJECT).status()).isEqualTo(401);
        assertThat(stage.postForm(Cast.BLOCKED, PROJECT, "name=x&scopes=api").body())
                .isEqualTo("{\"message\":\"400 Bad request - User does not have permission to create project access"
                        + " token\"}");
    }

    @Test
    void oneOfThemCannotMakeAnother() {
        String owner = stage.postForm(Cast.ANN, PROJECT, "name=x&scopes=api&access_level=50")
                .json()
                .path("token")
                .asString();

        assertThat(stage.postForm(owner, PROJECT, "name=y&scopes=api").status()).isEqualTo(400);
    }

    @Test
    void scopesAndLevelsAreChecked() {
        assertThat(stage.postForm(Cast.ANN, PROJECT, "name=x&scopes=sudo&access_level=7")
                        .body())
                .isEqualTo(
                        "{\"error\":\"scopes does not have a valid value, access_level does not have a valid value\"}");
        assertThat(stage.postForm(Cast.ANN, PROJECT, "name=x&scopes=api&expires_at=2027-06-18")
                        .body())
                .isEqualTo("{\"message\":\"400 Bad request - Expiration date must be before 2027-06-17\"}");
    }

    @Test
    void theyRotateByIdAndByThemselves() {
        String first = stage.postForm(Cast.ANN, PROJECT, "name=x&scopes=self_rotate&access_level=50")
                .json()
                .path("token")
                .asString();
        Answer second = stage.postForm(Cast.ANN, PROJECT + "/14/rotate", "expires_at=2027-01-01");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("resource_id").asInt()).isEqualTo(1);
        assertThat(stage.get(first, "/personal_access_tokens/self").status()).isEqualTo(401);

        Answer third = stage.postForm(second.json().path("token").asString(), PROJECT + "/self/rotate", "");
        assertThat(third.status()).isEqualTo(200);
        assertThat(third.json().path("expires_at").asString()).isEqualTo("2026-06-24");
        assertThat(stage.postForm(Cast.ANN, PROJECT + "/99/rotate", "").status())
                .isEqualTo(401);
        assertThat(stage.postForm(Cast.ROOT, PROJECT + "/99/rotate", "").status())
                .isEqualTo(404);
    }
}
