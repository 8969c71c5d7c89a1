package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.Stage.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class UserAdministrationTest {
    private static final String BOB = "email=bob@example.test&name=Bob&username=bob&password=long-enough";

    @AutoClose
    private final Stage stage = Stage.open();

    @Test
    void anAdminMakesAUserWhoMustConfirmFirst() {
        Answer made = stage.postForm(Cast.ROOT, "/users", BOB);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("id").asInt()).isEqualTo(6);
        assertThat(made.json().path("created_by").path("username").asString()).isEqualTo("root");

        assertThat(stage.get(tokenOf(6), "/user").body()).contains("primary email address is not confirmed");
    }

    @Test
    void confirmationCanBeSkipped() {
        stage.postForm(Cast.ROOT, "/users", BOB + "&skip_confirmation=true");

        assertThat(stage.get(tokenOf(6), "/user").json().path("username").asString())
                .isEqualTo("bob");
    }

    @Test
    void whatIsMissingOrTakenOrWeakIsNamed() {
        assertThat(stage.postForm(Cast.ROOT, "/users", "").body())
                .isEqualTo("{\"error\":\"email is missing, name is missing, username is missing, password,"
                        + " reset_password, force_random_password are missing, at least one parameter must be"
                        + " provided\"}");
        stage.postForm(Cast.ROOT, "/users", BOB);
        Answer again = stage.postForm(Cast.ROOT, "/users", BOB);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).isEqualTo("{\"message\":\"Username has already been taken\"}");
        assertThat(stage.postForm(Cast.ROOT, "/users", "email=c@d&name=c&username=c&password=short")
                        .body())
                .isEqualTo("{\"message\":{\"password\":[\"is too short (minimum is 8 characters)\"]}}");
    }

    @Test
    void onlyAnAdminMay() {
        assertThat(stage.postForm(Cast.ANN, "/users", BOB).body()).isEqualTo("{\"message\":\"403 Forbidden\"}");
        assertThat(stage.postForm(Cast.ANN, "/users/1/block", "").status()).isEqualTo(403);
        assertThat(stage.delete(Cast.ANN, "/users/1").status()).isEqualTo(403);
    }

    @Test
    void aBlockedUsersTokensRestUntilHeIsUnblocked() {
        Answer blocked = stage.postForm(Cast.ROOT, "/users/2/block", "");
        assertThat(blocked.status()).isEqualTo(201);
        assertThat(blocked.body()).isEqualTo("true");
        assertThat(stage.get(Cast.ANN, "/user").status()).isEqualTo(403);

        stage.postForm(Cast.ROOT, "/users/2/unblock", "");
        assertThat(stage.get(Cast.ANN, "/user").status()).isEqualTo(200);
    }

    @Test
    void aPasswordSetByAnAdminMakesTheTokensUseless() {
        Answer changed = stage.send(stage.request("/api/v4/users/2?password=another-one")
                .header("PRIVATE-TOKEN", Cast.ROOT)
                .PUT(BodyPublishers.noBody()));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(stage.get(Cast.ANN, "/user").body()).contains("Your password expired.");
    }

    @Test
    void aDeletedUsersTokensDieAtOnce() {
        assertThat(stage.delete(Cast.ROOT, "/users/2").status()).isEqualTo(204);

        assertThat(stage.get(Cast.ANN, "/user").status()).isEqualTo(401);
        assertThat(stage.get(Cast.ROOT, "/users?username=ann").body()).isEqualTo("[]");
    }

    private String tokenOf(long user) {
        return stage.postForm(Cast.ROOT, "/users/" + user + "/personal_access_tokens", "name=x&scopes=api")
                .json()
                .path("token")
                .asString();
    }
}
