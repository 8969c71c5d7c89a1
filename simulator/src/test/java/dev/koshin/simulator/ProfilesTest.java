package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.profile.Entity;
import dev.koshin.simulator.profile.Feature;
import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.profile.Profiles;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfilesTest {
    @Test
    void everyReleaseHasItsFeatures() {
        Map<Feature, List<String>> having = new EnumMap<>(Feature.class);
        Arrays.stream(Feature.values())
                .forEach(feature -> having.put(
                        feature,
                        Profiles.names().stream()
                                .filter(name -> Profiles.named(name).has(feature))
                                .toList()));

        assertThat(having.get(Feature.ROTATE)).containsExactly("16.11", "17.11", "18.11", "19.1");
        assertThat(having.get(Feature.SELF_ROTATE)).containsExactly("16.11", "17.11", "18.11", "19.1");
        assertThat(having.get(Feature.SELF_ROTATE_SCOPE)).containsExactly("17.11", "18.11", "19.1");
        assertThat(having.get(Feature.LIMITED_LIFETIME)).containsExactly("16.11", "17.11", "18.11", "19.1");
        assertThat(having.get(Feature.LIMIT_CAN_BE_OFF)).containsExactly("17.11", "18.11", "19.1");
        assertThat(having.get(Feature.ADMIN_MODE_SCOPE_ADDED)).containsExactly("15.11", "16.11");
        assertThat(having.get(Feature.ROUTABLE_TOKENS)).containsExactly("18.11", "19.1");
        assertThat(having.get(Feature.PASSWORD_GRANT)).containsExactly("15.11", "16.11", "17.11", "18.11");
        assertThat(having.get(Feature.WEB_ANSWER_TOKEN)).containsExactly("18.11", "19.1");
    }

    @ParameterizedTest
    @CsvSource({
        "15.11, false, false, P1D",
        "16.11, false, false, PT10M",
        "17.11, true, false, PT10M",
        "18.11, true, true, PT10M",
        "19.1, true, true, PT10M"
    })
    void keysAndStepsFollowTheRelease(String name, boolean description, boolean granular, Duration step) {
        Profile profile = Profiles.named(name);

        assertThat(profile.keys(Entity.TOKEN).contains("description")).isEqualTo(description);
        assertThat(profile.keys(Entity.TOKEN).contains("granular")).isEqualTo(granular);
        assertThat(profile.keys(Entity.TOKEN_SELF).contains("last_used_ips")).isEqualTo(granular);
        assertThat(profile.keys(Entity.USER_ADMIN).contains("github")).isEqualTo(granular);
        assertThat(profile.lastUsedStep()).isEqualTo(step);
    }

    @Test
    void aNewScopeIsUnknownToAnOldRelease() {
        assertThat(Profiles.named("15.11").scopes())
                .contains("api", "sudo", "admin_mode")
                .doesNotContain("self_rotate");
        assertThat(Profiles.named("17.11").scopes()).contains("self_rotate", "read_service_ping");
        assertThat(Profiles.named("17.11").resourceScopes())
                .contains("api", "self_rotate")
                .doesNotContain("sudo");
    }
}
