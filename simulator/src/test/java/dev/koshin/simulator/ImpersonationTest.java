package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.Stage.Answer;
import dev.koshin.simulator.seed.SeedFiles;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class ImpersonationTest {
    private static final String PATH = "/users/2/impersonation_tokens";

    @AutoClose
    private final Stage stage = Stage.open();

    @Test
    void anAdminMakesOneThatActsAsTheUserAndIsHiddenFromHim() {
        Answer made = stage.postForm(Cast.ROOT, PATH, "name=x&scopes=api");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("impersonation").asBoolean()).isTrue();

        String value = made.json().path("token").asString();
        assertThat(stage.get(value, "/user").json().path("username").asString()).isEqualTo("ann");
        assertThat(stage.get(Cast.ANN, "/personal_access_tokens").ids()).doesNotContain(14L);
        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens").ids()).contains(14L);
        assertThat(stage.delete(Cast.ANN, "/personal_access_tokens/14").body())
                .isEqualTo("{\"message\":\"400 Bad request\"}");
    }

    @Test
    void theyAreListedByStateAndRevoked() {
        stage.postForm(Cast.ROOT, PATH, "name=x&scopes=api");
        stage.postForm(Cast.ROOT, PATH, "name=y&scopes=api");

        assertThat(stage.delete(Cast.ROOT, PATH + "/14").status()).isEqualTo(204);
        assertThat(stage.get(Cast.ROOT, PATH).ids()).containsExactly(14L, 15L);
        assertThat(stage.get(Cast.ROOT, PATH + "?state=active").ids()).containsExactly(15L);
        assertThat(stage.get(Cast.ROOT, PATH + "?state=inactive").ids()).containsExactly(14L);
        assertThat(stage.get(Cast.ROOT, PATH + "/99").body())
                .isEqualTo("{\"message\":\"404 Impersonation Token Not Found\"}");
    }

    @Test
    void theyAreRefusedInAnotherShapeThanPersonalTokens() {
        assertThat(stage.postForm(Cast.ROOT, PATH, "name=x").body())
                .isEqualTo("{\"message\":{\"scopes\":[\"can't be blank\"]}}");
        assertThat(stage.postForm(Cast.ROOT, PATH, "name=x&scopes=api&expires_at=2027-06-18")
                        .body())
                .isEqualTo("{\"message\":{\"expires_at\":[\"must be before 2027-06-17\"]}}");
        assertThat(stage.postForm(Cast.ANN, PATH, "name=x&scopes=api").status()).isEqualTo(403);
    }

    @Test
    void theyStopWhenAnAdminSwitchesThemOff() {
        String value = stage.postForm(Cast.ROOT, PATH, "name=x&scopes=api")
                .json()
                .path("token")
                .asString();
        stage.control().change(SeedFiles.parseSettings("{\"impersonation\":false}"));

        assertThat(stage.get(value, "/user").body())
                .contains("Token is an impersonation token but impersonation was disabled.");
    }
}
