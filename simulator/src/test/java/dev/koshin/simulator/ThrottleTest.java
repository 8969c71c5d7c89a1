package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.Stage.Answer;
import dev.koshin.simulator.state.Settings;
import dev.koshin.simulator.state.Settings.Traffic;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ThrottleTest {
    @Test
    void eachUserMayAskSoOftenInAMinute() {
        try (Stage stage = stage("17.11")) {
            assertThat(stage.get(Cast.ANN, "/user").status()).isEqualTo(200);
            assertThat(stage.get(Cast.ANN, "/user").status()).isEqualTo(200);

            Answer refused = stage.get(Cast.ANN, "/user");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Content-Type")).isEqualTo("text/plain");
            assertThat(refused.body()).isEqualTo("Retry later\n");
            assertThat(refused.header("RateLimit-Name")).isEqualTo("throttle_authenticated_api");
            assertThat(refused.header("RateLimit-Observed")).isEqualTo("3");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
            assertThat(stage.get(Cast.ROOT, "/user").status()).isEqualTo(200);
        }
    }

    @Test
    void theNextMinuteIsANewOne() {
        try (Stage stage = stage("17.11")) {
            stage.get(Cast.ANN, "/user");
            stage.get(Cast.ANN, "/user");
            stage.control().advanceClock(Duration.ofMinutes(1));

            assertThat(stage.get(Cast.ANN, "/user").status()).isEqualTo(200);
        }
    }

    @Test
    void callersWithoutAWorkingTokenShareOneBudget() {
        try (Stage stage = stage("17.11")) {
            stage.get("glpat-unknown", "/user");
            stage.get(Cast.ANN_REVOKED, "/user");

            Answer refused = stage.get(Cast.ANN_EXPIRED, "/user");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("RateLimit-Name")).isEqualTo("throttle_unauthenticated_api");
        }
    }

    @Test
    void newReleasesTellTheRestOnEveryAnswer() {
        try (Stage stage = stage("18.11")) {
            Answer answer = stage.get(Cast.ANN, "/user");
            assertThat(answer.header("RateLimit-Remaining")).isEqualTo("1");
            assertThat(answer.header("Retry-After")).isEqualTo("(none)");
        }
        try (Stage stage = stage("17.11")) {
            assertThat(stage.get(Cast.ANN, "/user").header("RateLimit-Remaining"))
                    .isEqualTo("(none)");
        }
    }

    @Test
    void aReplicaKnowsANewTokenALittleLater() {
        Settings lagging =
                Settings.fresh(Cast.PROFILE).withTraffic(new Traffic(Optional.empty(), Duration.ofMinutes(5)));
        try (Stage stage = Stage.open(lagging)) {
            String value = stage.postForm(Cast.ROOT, "/users/2/personal_access_tokens", "name=new&scopes=api")
                    .json()
                    .path("token")
                    .asString();
            assertThat(stage.get(value, "/user").body()).isEqualTo("{\"message\":\"401 Unauthorized\"}");
            assertThat(stage.get(Cast.ROOT, "/personal_access_tokens?search=new")
                            .ids())
                    .isEmpty();

            stage.control().advanceClock(Duration.ofMinutes(6));
            assertThat(stage.get(value, "/user").status()).isEqualTo(200);
            assertThat(stage.get(Cast.ROOT, "/personal_access_tokens?search=new")
                            .ids())
                    .containsExactly(14L);
        }
    }

    private static Stage stage(String profile) {
        Settings settings = Settings.fresh(Cast.PROFILE).withTraffic(new Traffic(Optional.of(2), Duration.ZERO));
        return Stage.open(
                options -> options.withProfile(profile).withSeed(Cast.seed().with(settings)));
    }
}
