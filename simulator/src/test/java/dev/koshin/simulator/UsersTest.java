package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class UsersTest {
    private static final List<String> BASIC =
            List.of("id", "username", "name", "state", "locked", "avatar_url", "web_url");

    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void versionAndMetadataGiveTheSameBody() {
        Stage.Answer metadata = stage.get(Cast.ANN_READ_USER, "/metadata");

        assertThat(metadata.body())
                .isEqualTo("{\"version\":\"17.11.7-ee\",\"revision\":\"5f9db3887f3\",\"kas\":{\"enabled\":true,"
                        + "\"externalUrl\":\"ws://gitlab.example.test/-/kubernetes-agent/\",\"externalK8sProxyUrl\":"
                        + "\"http://gitlab.example.test/-/kubernetes-agent/k8s-proxy/\",\"version\":\"17.11.7\"},"
                        + "\"enterprise\":true}");
        assertThat(stage.get(Cast.ANN, "/version").body()).isEqualTo(metadata.body());
    }

    @Test
    void anAdminSeesThatHeIsOneAndOthersSeeNothingOfIt() {
        assertThat(stage.get(Cast.ROOT, "/user").json().path("is_admin").asBoolean())
                .isTrue();
        assertThat(stage.get(Cast.ANN, "/user").json().has("is_admin")).isFalse();
        assertThat(stage.get(Cast.ANN, "/user").json().path("email").asString()).isEqualTo("ann@example.test");
    }

    @Test
    void anAdminFindsAUserWithAllKeysOfTheRecordedRelease() {
        JsonNode user = stage.get(Cast.ROOT, "/users?username=ann").json().path(0);

        assertThat(user.propertyNames())
                .startsWith("id", "username", "name", "state", "locked", "avatar_url", "web_url", "created_at")
                .contains("skype", "email_reset_offered_at", "is_admin", "using_license_seat")
                .doesNotContain("github", "preferred_language", "highest_role");
        assertThat(user.path("is_admin").asBoolean()).isFalse();
    }

    @Test
    void anybodyElseFindsAUserWithSevenKeys() {
        assertThat(stage.get(Cast.ANN, "/users?username=ROOT").json().path(0).propertyNames())
                .containsExactlyElementsOf(BASIC);
        assertThat(stage.plain("GET", "/api/v4/users?username=root", "")
                        .json()
                        .path(0)
                        .propertyNames())
                .containsExactlyElementsOf(BASIC);
    }

    @Test
    void aUserThatIsNotThereIsAnEmptyPage() {
        Stage.Answer answer = stage.get(Cast.ROOT, "/users?username=nobody");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[]");
        assertThat(answer.header("X-Total")).isEqualTo("0");
        assertThat(answer.header("X-Total-Pages")).isEqualTo("1");
        assertThat(answer.header("Link"))
                .startsWith("<http://gitlab.example.test/api/v4/users?active=false&admins=false")
                .contains("&order_by=id&page=1&per_page=20&skip_ldap=false&sort=desc&username=nobody&")
                .endsWith("rel=\"last\"");
    }

    @Test
    void aWrongTokenIsRefusedWhereNoTokenWouldDo() {
        assertThat(stage.get("glpat-unknown", "/users?username=root").status()).isEqualTo(401);
        assertThat(stage.get("glpat-unknown", "/projects").status()).isEqualTo(401);
        assertThat(stage.plain("GET", "/api/v4/projects", "").body()).isEqualTo("[]");
        assertThat(stage.plain("GET", "/api/v4/users", "").body())
                .isEqualTo("{\"message\":\"403 Forbidden - Not authorized to access /api/v4/users\"}");
    }

    @Test
    void usersAreListedNewestFirstUnlessAnAdminSortsThem() {
        assertThat(stage.get(Cast.ROOT, "/users?per_page=2").ids()).containsExactly(5L, 4L);
        assertThat(stage.get(Cast.ROOT, "/users?per_page=2&sort=asc&page=2").ids())
                .containsExactly(3L, 4L);
        assertThat(stage.get(Cast.ROOT, "/users?search=SONS").ids()).containsExactly(2L);
        assertThat(stage.get(Cast.ROOT, "/users?admins=true").ids()).containsExactly(1L);
        assertThat(stage.get(Cast.ROOT, "/users?blocked=true").ids()).containsExactly(3L);
    }

    @Test
    void oneUserHasMoreKeysForAnAdmin() {
        assertThat(stage.get(Cast.ROOT, "/users/3").json().path("state").asString())
                .isEqualTo("blocked");
        assertThat(stage.get(Cast.ROOT, "/users/2").json().propertyNames()).endsWith("plan", "trial");
        assertThat(stage.get(Cast.ANN, "/users/1").json().propertyNames())
                .contains("bio")
                .doesNotContain("email", "is_admin");
    }

    @Test
    void oneUserIsNotShownToNobodyAndNotInvented() {
        assertThat(stage.get(Cast.ROOT, "/users/99").status()).isEqualTo(404);
        assertThat(stage.get(Cast.ROOT, "/users/99").body()).isEqualTo("{\"message\":\"404 User Not Found\"}");
        assertThat(stage.plain("GET", "/api/v4/users/1", "").body())
                .isEqualTo("{\"message\":\"403 Forbidden - Not authorized!\"}");
    }

    @Test
    void ampersandsAreEscaped() {
        assertThat(stage.get(Cast.ANN, "/users?username=ann").body())
                .contains("\"name\":\"Ann \\u0026 Sons\"")
                .contains("?s=80\\u0026d=identicon");
    }
}
