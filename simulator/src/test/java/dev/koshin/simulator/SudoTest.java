package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.Stage.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class SudoTest {
    @AutoClose
    private final Stage stage = Stage.open();

    @Test
    void anAdminActsInAnotherUsersPlaceByNameOrById() {
        assertThat(as(Cast.ROOT, "ann").json().path("id").asInt()).isEqualTo(2);
        assertThat(as(Cast.ROOT, "2").json().path("username").asString()).isEqualTo("ann");
        assertThat(stage.get(Cast.ROOT, "/user?sudo=ann").json().path("id").asInt())
                .isEqualTo(2);
    }

    @Test
    void onlyAnAdminMay() {
        Answer answer = as(Cast.ANN, "root");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"message\":\"403 Forbidden - Must be admin to use sudo\"}");
    }

    @Test
    void theTokenNeedsTheScope() {
        Answer answer = as(Cast.ROOT_ADMIN_MODE, "ann");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("scope").asString()).isEqualTo("sudo");
    }

    @Test
    void nobodyCanBeSomebodyWhoDoesNotExist() {
        Answer answer = as(Cast.ROOT, "123");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"message\":\"404 User with ID or username '123' Not Found\"}");
    }

    @Test
    void aBadTokenIsABadToken() {
        assertThat(as("glpat-unknown", "ann").status()).isEqualTo(401);
    }

    private Answer as(String token, String name) {
        return stage.send(stage.request("/api/v4/user")
                .header("PRIVATE-TOKEN", token)
                .header("Sudo", name)
                .GET());
    }
}
