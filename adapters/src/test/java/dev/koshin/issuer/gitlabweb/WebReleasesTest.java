package dev.koshin.issuer.gitlabweb;

import static dev.koshin.issuer.Scene.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.issuer.Scene;
import dev.koshin.model.Account;
import dev.koshin.model.Expiry;
import dev.koshin.simulator.traffic.LoggedRequest;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With an administrator's token that has expired, on every release. */
final class WebReleasesTest {
    private static List<String> pages(Scene scene) {
        return scene.simulator.control().requestsSince(0).stream()
                .map(request -> request.method() + " " + request.target())
                .filter(line -> !line.contains("/api/v4/personal"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "15.11, profile",
        "16.11, user_settings",
        "17.11, user_settings",
        "18.11, user_settings",
        "19.1, user_settings"
    })
    void a_token_is_made_between_one_sign_in_and_one_sign_out(String release, String folder) {
        try (Scene scene = new Scene(release, Scene.DEAD)) {
            Issuer issuer = Webs.issuer(scene);
            assertThat(done(issuer.preflight(Optional.empty()))).isEqualTo(Account.named("root"));
            scene.simulator.control().clearRequests();

            Issued issued = done(issuer.issue(Scene.request(365)));

            assertThat(issued.token().name()).isEqualTo("koshin exastro/root " + Scene.MARKER);
            assertThat(issued.token().scopes()).contains("api", "sudo");
            assertThat(issued.token().expiry()).contains(new Expiry(Scene.TODAY.plusDays(365)));
            assertThat(pages(scene))
                    .containsSubsequence(
                            "GET /users/sign_in",
                            "POST /users/sign_in",
                            "GET /api/v4/user",
                            "GET /-/" + folder + "/personal_access_tokens",
                            "POST /-/" + folder + "/personal_access_tokens",
                            "POST /users/sign_out")
                    .filteredOn(line -> line.startsWith("POST"))
                    .hasSize(3);
            assertThat(done(issuer.exercise(issued.secret()))).isEqualTo(Scene.ROOT);
            assertThat(done(issuer.revoke(issued.token().id(), issued.secret())))
                    .isEqualTo(issued.token().id());
        }
    }

    @Test
    void a_lifetime_longer_than_allowed_is_shortened_to_what_the_server_allows() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            Issued issued = done(Webs.issuer(scene).issue(Scene.request(400)));

            assertThat(issued.token().expiry()).contains(new Expiry(Scene.TODAY.plusDays(365)));
            assertThat(scene.tokens()).isEqualTo(4);
        }
    }

    @Test
    void the_day_is_the_servers() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            scene.simulator.control().advanceClock(Duration.ofDays(3));

            assertThat(done(Webs.issuer(scene).issue(Scene.request(30))).token().expiry())
                    .contains(new Expiry(Scene.TODAY.plusDays(33)));
        }
    }

    @Test
    void looking_does_not_sign_in() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            done(Webs.issuer(scene).preflight(Optional.empty()));

            assertThat(scene.simulator.control().requestsSince(0))
                    .extracting(LoggedRequest::method)
                    .containsOnly("GET");
        }
    }

    @Test
    void where_the_api_can_tell_the_user_no_page_is_looked_at() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.LIVE)) {
            assertThat(done(Webs.issuer(scene).preflight(Optional.empty()))).isEqualTo(Scene.ROOT);
            assertThat(pages(scene)).noneMatch(line -> line.contains("sign_in"));
        }
    }

    @Test
    void it_names_its_way_and_its_time() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            assertThat(Webs.issuer(scene).ways()).containsExactly("gitlab-web");
            assertThat(Webs.issuer(scene).longest()).isEqualTo(Duration.ofSeconds(570));
        }
    }
}
