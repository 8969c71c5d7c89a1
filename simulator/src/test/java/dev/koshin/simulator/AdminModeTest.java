package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.state.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With Admin Mode on, an admin's token without the scope {@code admin_mode} acts as a normal user's. */
final class AdminModeTest {
    private final Stage stage = Stage.open(Settings.fresh(Cast.PROFILE).withAdminMode(true));

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void creatingIsForbidden() {
        Stage.Answer answer = stage.postForm(Cast.ROOT, "/users/2/personal_access_tokens", "name=x&scopes=api");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"message\":\"403 Forbidden\"}");
    }

    @Test
    void theListSilentlyShrinksToTheAdminsOwnTokens() {
        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens").ids()).containsExactly(1L, 2L);
    }

    @Test
    void othersTokensAnswerAsIfTheTokenWereWrong() {
        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens?user_id=2").body())
                .isEqualTo("{\"message\":\"401 Unauthorized\"}");
        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens/3").status()).isEqualTo(401);
    }

    @Test
    void revokingAnothersTokenIsABadRequest() {
        assertThat(stage.delete(Cast.ROOT, "/personal_access_tokens/3").status())
                .isEqualTo(400);
        assertThat(stage.get(Cast.ANN, "/user").status()).isEqualTo(200);
    }

    @Test
    void theDifferenceShowsBetweenUserAndUsers() {
        assertThat(stage.get(Cast.ROOT, "/user").json().path("is_admin").asBoolean())
                .isTrue();
        assertThat(stage.get(Cast.ROOT, "/users?username=root").json().path(0).has("is_admin"))
                .isFalse();
    }

    @Test
    void withTheScopeEverythingWorksAndNothingIsAddedToNewTokens() {
        Stage.Answer answer =
                stage.postForm(Cast.ROOT_ADMIN_MODE, "/users/1/personal_access_tokens", "name=x&scopes=api");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("scopes")).hasToString("[\"api\"]");
        assertThat(stage.get(Cast.ROOT_ADMIN_MODE, "/personal_access_tokens").ids())
                .hasSizeGreaterThan(10);
    }
}
