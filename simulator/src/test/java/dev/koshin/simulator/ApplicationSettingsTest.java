package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class ApplicationSettingsTest {
    @AutoClose
    private final Stage stage = Stage.open();

    @Test
    void anAdminSwitchesAdminModeOnAndNeedsTheScopeToSwitchItOff() {
        assertThat(put(Cast.ROOT, "admin_mode=true").json().path("admin_mode").asBoolean())
                .isTrue();

        assertThat(put(Cast.ROOT, "admin_mode=false").status()).isEqualTo(403);
        assertThat(put(Cast.ROOT_ADMIN_MODE, "admin_mode=false")
                        .json()
                        .path("admin_mode")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aPrefixCountsForTheNextToken() {
        put(Cast.ROOT, "personal_access_token_prefix=acme-");

        assertThat(stage.postForm(Cast.ROOT, "/users/2/personal_access_tokens", "name=x&scopes=api")
                        .json()
                        .path("token")
                        .asString())
                .startsWith("acme-");
    }

    @Test
    void nobodyElseMayLook() {
        assertThat(stage.get(Cast.ANN, "/application/settings").status()).isEqualTo(403);
    }

    private Stage.Answer put(String token, String query) {
        return stage.send(stage.request("/api/v4/application/settings?" + query)
                .header("PRIVATE-TOKEN", token)
                .PUT(BodyPublishers.noBody()));
    }
}
