package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.Stage.Answer;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The keys and headers that recordings of real servers show, written down so that no recordings are needed. */
final class KeysByReleaseTest {
    private static final String TOKEN = "id name revoked created_at description scopes user_id last_used_at active";
    private static final String HEADERS = "cache-control connection date nel server strict-transport-security vary"
            + " x-gitlab-meta x-request-id x-runtime";
    private static final String OF_ANSWERS = HEADERS + " referrer-policy x-content-type-options x-frame-options";

    @Test
    void a_token_of_17_11_has_no_sign_of_fine_grained_tokens_and_addresses() {
        try (Stage stage = open("17.11")) {
            assertKeys(self(stage), TOKEN + " expires_at");
            assertKeys(created(stage), TOKEN + " expires_at token");
            assertKeys(listed(stage), TOKEN + " expires_at");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"18.11", "19.1"})
    void a_token_of_a_later_release_tells_both(String release) {
        try (Stage stage = open(release)) {
            assertKeys(self(stage), TOKEN + " expires_at granular last_used_ips");
            assertKeys(created(stage), TOKEN + " expires_at granular token");
            assertKeys(listed(stage), TOKEN + " expires_at granular");
        }
    }

    @Test
    void a_user_shows_less_to_a_usual_user_and_other_keys_in_later_releases() {
        try (Stage old = open("17.11");
                Stage later = open("18.11")) {
            String basic = "id username name state locked avatar_url web_url";
            assertKeys(user(old, Cast.ANN), basic);
            assertKeys(user(later, Cast.ANN), basic + " public_email");
            assertThat(user(old, Cast.ROOT).propertyNames())
                    .contains("is_admin", "skype", "email_reset_offered_at", "followers", "is_followed")
                    .doesNotContain("github", "preferred_language");
            assertThat(user(later, Cast.ROOT).propertyNames())
                    .contains("is_admin", "github", "preferred_language", "followers", "is_followed")
                    .doesNotContain("skype", "email_reset_offered_at");
        }
    }

    @ParameterizedTest
    @CsvSource({"17.11, 110, 43, 41", "18.11, 117, 48, 44", "19.1, 117, 48, 44"})
    void projects_and_groups_grow(String release, int project, int topGroup, int subgroup) {
        try (Stage stage = open(release)) {
            assertThat(stage.get(Cast.ANN, "/projects/1").json().size()).isEqualTo(project);
            assertThat(stage.get(Cast.ROOT, "/projects/1").json().size()).isEqualTo(project + 1);
            assertThat(stage.get(Cast.ANN, "/groups/1").json().size()).isEqualTo(topGroup);
            assertThat(stage.get(Cast.ANN, "/groups/2").json().size()).isEqualTo(subgroup);
        }
    }

    @Test
    void what_projects_hold_has_the_keys_of_its_kind() {
        try (Stage stage = open("17.11")) {
            assertKeys(
                    stage.postForm(Cast.ANN, "/projects/1/access_tokens", "name=x&scopes=api")
                            .json(),
                    TOKEN + " expires_at access_level resource_type resource_id token");
            assertKeys(
                    stage.postForm(Cast.ANN, "/projects/1/deploy_tokens", "name=x&scopes=read_repository")
                            .json(),
                    "id name username expires_at scopes revoked expired token");
            JsonNode trigger = stage.postForm(Cast.ANN, "/projects/1/triggers", "description=x")
                    .json();
            assertKeys(trigger, "id token description created_at updated_at last_used expires_at owner");
            assertKeys(trigger.path("owner"), "id username name state locked avatar_url web_url");
        }
    }

    @Test
    void an_answer_has_the_headers_of_its_kind() {
        try (Stage stage = open("17.11")) {
            String body = " content-length content-type";
            assertHeaders(stage.get(Cast.ANN, "/personal_access_tokens/self"), OF_ANSWERS + body + " etag");
            assertHeaders(
                    stage.get("glpat-wrong", "/personal_access_tokens/self"),
                    HEADERS + body + " x-content-type-options x-frame-options");
            assertHeaders(
                    stage.get(Cast.ANN_REVOKED, "/personal_access_tokens/self"), HEADERS + body + " www-authenticate");
            assertHeaders(
                    stage.get(Cast.ANN, "/users?username=ann"),
                    OF_ANSWERS + body + " etag link x-next-page x-page x-per-page x-prev-page x-total x-total-pages");
            assertHeaders(stage.delete(Cast.ANN, "/personal_access_tokens/self"), OF_ANSWERS);
        }
    }

    private static Stage open(String release) {
        return Stage.open(options -> options.withProfile(release));
    }

    private static JsonNode self(Stage stage) {
        return stage.get(Cast.ANN, "/personal_access_tokens/self").json();
    }

    private static JsonNode created(Stage stage) {
        return stage.postJson(
                        Cast.ROOT,
                        "/users/2/personal_access_tokens",
                        "{\"name\": \"n\", \"scopes\": [\"api\"], \"expires_at\": \"2026-07-01\"}")
                .json();
    }

    private static JsonNode listed(Stage stage) {
        return stage.get(Cast.ANN, "/personal_access_tokens").json().path(0);
    }

    private static JsonNode user(Stage stage, String token) {
        return stage.get(token, "/users?username=ann").json().path(0);
    }

    private static void assertKeys(JsonNode node, String keys) {
        assertThat(node.propertyNames()).containsExactlyInAnyOrderElementsOf(words(keys));
    }

    private static void assertHeaders(Answer answer, String names) {
        assertThat(new TreeSet<>(answer.headerNames())).isEqualTo(new TreeSet<>(words(names)));
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.split(" ", -1)));
    }
}
