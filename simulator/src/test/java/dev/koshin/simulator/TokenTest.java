package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TokenTest {
    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aTokenSeesItselfAsUsedJustNow() {
        Stage.Answer answer = stage.get(Cast.ANN, "/personal_access_tokens/self");

        assertThat(answer.body())
                .matches("\\{\"id\":3,\"name\":\"ann\",\"revoked\":false,"
                        + "\"created_at\":\"2026-03-12T12:00:00\\.000Z\",\"description\":null,\"scopes\":\\[\"api\"],"
                        + "\"user_id\":2,\"last_used_at\":\"2026-06-17T12:0\\d:\\d\\d\\.\\d{3}Z\",\"active\":true,"
                        + "\"expires_at\":\"2026-07-17\"}");
    }

    @Test
    void theLastUseMovesInStepsOfTenMinutes() {
        String first = lastUse();

        stage.control().advanceClock(Duration.ofMinutes(9));
        assertThat(lastUse()).isEqualTo(first);

        stage.control().advanceClock(Duration.ofMinutes(1));
        assertThat(lastUse()).isGreaterThan(first);
    }

    @Test
    void aRefusedPermissionIsAUseAndARefusedTokenIsNot() {
        stage.postForm(Cast.ANN, "/users/2/personal_access_tokens", "name=x&scopes=api");
        stage.get(Cast.ANN_EXPIRED, "/user");

        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens/3").body()).contains("\"last_used_at\":\"2026-06-17T");
        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens/7").body()).contains("\"last_used_at\":null");
    }

    @Test
    void oneTokenIsShownToItsOwnerAndToAnAdmin() {
        assertThat(stage.get(Cast.ANN, "/personal_access_tokens/8")
                        .json()
                        .path("revoked")
                        .asBoolean())
                .isTrue();
        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens/3").json().propertyNames())
                .endsWith("expires_at", "last_used_ips");
    }

    @Test
    void onlyAnAdminLearnsThatATokenDoesNotExist() {
        assertThat(stage.get(Cast.ANN, "/personal_access_tokens/1").body())
                .isEqualTo("{\"message\":\"401 Unauthorized\"}");
        assertThat(stage.get(Cast.ANN, "/personal_access_tokens/999").body())
                .isEqualTo("{\"message\":\"401 Unauthorized\"}");
        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens/999").body())
                .isEqualTo("{\"message\":\"404 Not Found\"}");
    }

    @Test
    void aRevokedTokenStopsAtOnceAndStaysInTheList() {
        assertThat(stage.delete(Cast.ROOT, "/personal_access_tokens/3").status())
                .isEqualTo(204);

        assertThat(stage.get(Cast.ANN, "/user").body()).contains("Token was revoked");
        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens?user_id=2&revoked=true")
                        .ids())
                .contains(3L);
    }

    @Test
    void revokingARevokedTokenWorks() {
        assertThat(stage.delete(Cast.ROOT, "/personal_access_tokens/8").status())
                .isEqualTo(204);
    }

    @Test
    void anOwnerMayRevokeAndOthersMayNot() {
        assertThat(stage.delete(Cast.ANN, "/personal_access_tokens/4").status()).isEqualTo(204);

        Stage.Answer others = stage.delete(Cast.ANN, "/personal_access_tokens/1");
        assertThat(others.status()).isEqualTo(400);
        assertThat(others.body()).isEqualTo("{\"message\":\"400 Bad request\"}");
    }

    @Test
    void revokingWhatDoesNotExistSaysSoWithASmallLetter() {
        Stage.Answer answer = stage.delete(Cast.ANN, "/personal_access_tokens/999");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"message\":\"404 Not found\"}");
    }

    @Test
    void aTokenOfAnyScopeMayEndItself() {
        assertThat(stage.delete(Cast.ANN_READ_REPOSITORY, "/personal_access_tokens/self")
                        .status())
                .isEqualTo(204);
        assertThat(stage.get(Cast.ANN_READ_REPOSITORY, "/personal_access_tokens/self")
                        .status())
                .isEqualTo(401);
    }

    private String lastUse() {
        return stage.get(Cast.ANN, "/personal_access_tokens/self")
                .json()
                .path("last_used_at")
                .asString();
    }
}
