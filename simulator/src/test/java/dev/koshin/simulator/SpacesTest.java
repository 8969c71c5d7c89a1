package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.Stage.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class SpacesTest {
    @AutoClose
    private final Stage stage = Stage.open();

    @Test
    void oneIsFoundByNumberOrPath() {
        assertThat(stage.get(Cast.ANN, "/projects/acme%2Fapp").json().path("id").asInt())
                .isEqualTo(1);
        assertThat(stage.get(Cast.ANN, "/projects/1")
                        .json()
                        .path("path_with_namespace")
                        .asString())
                .isEqualTo("acme/app");
        assertThat(stage.get(Cast.ANN, "/groups/acme%2Ftools")
                        .json()
                        .path("parent_id")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whoDoesNotBelongToItLearnsNothing() {
        assertThat(stage.get(Cast.ANN, "/projects/root%2Fown").body())
                .isEqualTo("{\"message\":\"404 Project Not Found\"}");
        assertThat(stage.get(Cast.ANN, "/groups/nobody").body()).isEqualTo("{\"message\":\"404 Group Not Found\"}");
        assertThat(stage.get(Cast.ROOT, "/projects/root%2Fown").status()).isEqualTo(200);
    }

    @Test
    void aListWithoutATokenIsNoProofOfAnything() {
        Answer anonymous = stage.plain("GET", "/api/v4/projects", "");
        assertThat(anonymous.status()).isEqualTo(200);
        assertThat(anonymous.body()).isEqualTo("[]");
        assertThat(stage.get("glpat-unknown", "/projects").status()).isEqualTo(401);
    }

    @Test
    void membersSeeTheirOwn() {
        assertThat(stage.get(Cast.ANN, "/projects?membership=true").ids()).containsExactly(1L);
        assertThat(stage.get(Cast.ROOT, "/projects").ids()).containsExactly(1L, 2L);
        assertThat(stage.get(Cast.ROOT, "/projects?membership=true").ids()).containsExactly(2L);
        assertThat(stage.get(Cast.ROOT, "/users/1/projects").ids()).containsExactly(2L);
        assertThat(stage.get(Cast.ANN, "/groups?owned=true").ids()).containsExactly(1L, 2L);
    }

    @Test
    void aProjectIsMadeAndDeleted() {
        Answer made = stage.postForm(Cast.ANN, "/projects", "name=New%20One&namespace_id=1");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("path_with_namespace").asString()).isEqualTo("acme/new-one");

        Answer deleted = stage.delete(Cast.ANN, "/projects/3");
        assertThat(deleted.status()).isEqualTo(202);
        assertThat(deleted.body()).isEqualTo("{\"message\":\"202 Accepted\"}");
        assertThat(stage.get(Cast.ANN, "/projects/3").status()).isEqualTo(404);
    }
}
