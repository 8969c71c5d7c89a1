package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.Stage.Answer;
import dev.koshin.simulator.state.Settings;
import dev.koshin.simulator.state.Settings.ForTokens;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class RotationTest {
    private static final String SELF = "/personal_access_tokens/self";

    @AutoClose
    private final Stage stage = Stage.open();

    @Test
    void theOldTokenDiesInTheMomentInWhichTheNewOneIsMade() {
        Answer rotated = stage.postForm(Cast.ROOT, "/personal_access_tokens/3/rotate", "expires_at=2026-07-01");

        assertThat(rotated.status()).isEqualTo(200);
        assertThat(rotated.json().path("id").asInt()).isEqualTo(14);
        assertThat(rotated.json().path("name").asString()).isEqualTo("ann");
        assertThat(rotated.json().path("expires_at").asString()).isEqualTo("2026-07-01");
        assertThat(stage.get(Cast.ANN, SELF).body()).contains("Token was revoked");
        assertThat(stage.get(value(rotated), SELF).status()).isEqualTo(200);
    }

    @Test
    void withoutAnExpiryTheNewTokenLivesForAWeek() {
        Answer rotated = stage.postForm(Cast.ANN, SELF + "/rotate", "");

        assertThat(rotated.json().path("expires_at").asString()).isEqualTo("2026-06-24");
    }

    @Test
    void whoRetriesARotationWithTheDeadTokenKillsTheNewOneToo() {
        String second = value(stage.postForm(Cast.ANN, SELF + "/rotate", ""));
        String third = value(stage.postForm(second, SELF + "/rotate", ""));

        Answer retried = stage.postForm(Cast.ANN, SELF + "/rotate", "");

        assertThat(retried.status()).isEqualTo(401);
        assertThat(retried.body()).contains("Token was revoked");
        assertThat(stage.get(third, SELF).body()).contains("Token was revoked");
    }

    @Test
    void noOtherCallWithADeadTokenHarmsTheNewOne() {
        String second = value(stage.postForm(Cast.ANN, SELF + "/rotate", ""));

        stage.get(Cast.ANN, SELF);
        stage.delete(Cast.ANN, "/personal_access_tokens/3");

        assertThat(stage.get(second, SELF).status()).isEqualTo(200);
    }

    @Test
    void aTokenMadeByCreationIsNoDescendant() {
        stage.postForm(Cast.ANN, SELF + "/rotate", "");
        String sibling = value(stage.postForm(Cast.ROOT, "/users/2/personal_access_tokens", "name=x&scopes=api"));

        stage.postForm(Cast.ANN, SELF + "/rotate", "");

        assertThat(stage.get(sibling, SELF).status()).isEqualTo(200);
    }

    @Test
    void aTokenThatIsExpiredAndRevokedDoesNotPunish() {
        String second = value(stage.postForm(Cast.ROOT, "/personal_access_tokens/3/rotate", "expires_at=2027-06-01"));
        stage.control().setClock(Cast.TODAY.plusDays(40).atStartOfDay().toInstant(ZoneOffset.UTC));

        assertThat(stage.postForm(Cast.ANN, SELF + "/rotate", "").body()).contains("Token is expired");
        assertThat(stage.get(second, SELF).status()).isEqualTo(200);
    }

    @Test
    void anExpiredTokenCanBeRotatedByAnAdminAndARevokedOneNot() {
        assertThat(stage.postForm(Cast.ROOT, "/personal_access_tokens/7/rotate", "")
                        .status())
                .isEqualTo(200);

        Answer revoked = stage.postForm(Cast.ROOT, "/personal_access_tokens/8/rotate", "");
        assertThat(revoked.status()).isEqualTo(400);
        assertThat(revoked.body()).isEqualTo("{\"message\":\"400 Bad request - Token already revoked\"}");
    }

    @Test
    void aDayTooFarAwayIsRefusedAndTheOldTokenLives() {
        Answer late = stage.postForm(Cast.ANN, SELF + "/rotate", "expires_at=2027-06-18");

        assertThat(late.status()).isEqualTo(400);
        assertThat(late.body())
                .isEqualTo("{\"message\":\"400 Bad request - Expiration date must be before 2027-06-17\"}");
        assertThat(stage.get(Cast.ANN, SELF).status()).isEqualTo(200);
    }

    @Test
    void onlyAnAdminLearnsThatATokenDoesNotExist() {
        assertThat(stage.postForm(Cast.ROOT, "/personal_access_tokens/99/rotate", "")
                        .body())
                .isEqualTo("{\"message\":\"404 Not Found\"}");
        assertThat(stage.postForm(Cast.ANN, "/personal_access_tokens/99/rotate", "")
                        .status())
                .isEqualTo(401);
        assertThat(stage.postForm(Cast.ANN, "/personal_access_tokens/1/rotate", "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aTokenWithoutTheScopeCannotRotateItself() {
        Answer small = stage.postForm(Cast.ANN_READ_API, SELF + "/rotate", "");

        assertThat(small.status()).isEqualTo(403);
        assertThat(small.json().path("scope").asString()).isEqualTo("api self_rotate");
    }

    @Test
    void theOldestReleaseKnowsNoRotation() {
        try (Stage old = Stage.open(options -> options.withProfile("15.11"))) {
            Answer rotated = old.postForm(Cast.ROOT, "/personal_access_tokens/3/rotate", "");

            assertThat(rotated.status()).isEqualTo(404);
            assertThat(rotated.body()).isEqualTo("{\"error\":\"404 Not Found\"}");
        }
    }

    @Test
    void theNewestReleaseCanForbidIt() {
        Settings strict = Settings.fresh(Cast.PROFILE)
                .withTokens(old -> new ForTokens(
                        old.maxLifetimeDays(), old.requireExpiry(), old.prefix(), old.routable(), true, false));
        try (Stage newest = Stage.open(
                options -> options.withProfile("19.1").withSeed(Cast.seed().with(strict)))) {
            assertThat(newest.postForm(Cast.ANN, SELF + "/rotate", "").body())
                    .contains("Rotation of legacy personal access tokens is disabled.");
        }
    }

    private static String value(Answer answer) {
        return answer.json().path("token").asString();
    }
}
