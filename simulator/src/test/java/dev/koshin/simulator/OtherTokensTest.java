package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.Stage.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Deploy tokens and pipeline triggers. */
final class OtherTokensTest {
    private static final String DEPLOY = "/projects/acme%2Fapp/deploy_tokens";
    private static final String TRIGGERS = "/projects/acme%2Fapp/triggers";

    @AutoClose
    private final Stage stage = Stage.open();

    @Test
    void aDeployTokenHasANameToSignInWithAndAnInstantOfExpiry() {
        Answer made = stage.postForm(Cast.ANN, DEPLOY, "name=d&scopes=read_repository&expires_at=2026-06-30T00:00:00Z");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("username").asString()).isEqualTo("gitlab+deploy-token-1");
        assertThat(made.json().path("expires_at").asString()).isEqualTo("2026-06-30T00:00:00.000Z");
        assertThat(made.json().path("token").asString()).startsWith("gldt-");
        assertThat(stage.get(made.json().path("token").asString(), "/user").status())
                .isEqualTo(401);
    }

    @Test
    void aDeletedDeployTokenIsInNoList() {
        stage.postForm(Cast.ANN, DEPLOY, "name=d&scopes=read_repository");
        stage.postForm(Cast.ANN, "/groups/acme/deploy_tokens", "name=e&scopes=read_repository");

        assertThat(stage.get(Cast.ANN, DEPLOY).ids()).containsExactly(1L);
        assertThat(stage.get(Cast.ANN, "/groups/acme/deploy_tokens").ids()).containsExactly(2L);
        assertThat(stage.get(Cast.ANN, DEPLOY + "/1").body()).doesNotContain("gldt-");
        assertThat(stage.delete(Cast.ANN, DEPLOY + "/1").status()).isEqualTo(204);
        assertThat(stage.get(Cast.ANN, DEPLOY).body()).isEqualTo("[]");
        assertThat(stage.delete(Cast.ANN, DEPLOY + "/1").status()).isEqualTo(404);
    }

    @Test
    void anExpiredDeployTokenSaysSo() {
        stage.postForm(Cast.ANN, DEPLOY, "name=d&scopes=read_repository&expires_at=2026-06-17");

        assertThat(stage.get(Cast.ANN, DEPLOY + "/1").json().path("expired").asBoolean())
                .isTrue();
        assertThat(stage.get(Cast.ANN, DEPLOY + "?active=true").ids()).isEmpty();
    }

    @Test
    void aTriggerShowsItsWholeTokenToItsOwnerAndFourCharactersToOthers() {
        Answer made = stage.postForm(Cast.ANN, TRIGGERS, "description=nightly");
        assertThat(made.status()).isEqualTo(201);
        String value = made.json().path("token").asString();
        assertThat(value).matches("glptt-[0-9a-f]{40}");
        assertThat(made.json().path("owner").path("username").asString()).isEqualTo("ann");

        assertThat(stage.get(Cast.ANN, TRIGGERS).json().path(0).path("token").asString())
                .isEqualTo(value);
        assertThat(stage.get(Cast.ROOT, TRIGGERS).json().path(0).path("token").asString())
                .isEqualTo("glpt");
        assertThat(stage.delete(Cast.ANN, TRIGGERS + "/1").status()).isEqualTo(204);
        assertThat(stage.get(Cast.ANN, TRIGGERS + "/1").status()).isEqualTo(404);
    }

    @Test
    void whoDoesNotMaintainTheProjectSeesNeither() {
        stage.postForm(Cast.ROOT, "/users/3/unblock", "");

        assertThat(stage.get(Cast.BLOCKED, DEPLOY).body()).isEqualTo("{\"message\":\"403 Forbidden\"}");
        assertThat(stage.get(Cast.BLOCKED, TRIGGERS).body()).isEqualTo("{\"message\":\"403 Forbidden\"}");
    }
}
