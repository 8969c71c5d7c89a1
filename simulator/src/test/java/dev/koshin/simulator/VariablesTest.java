package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.Stage.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class VariablesTest {
    private static final String PATH = "/projects/acme%2Fapp/variables";

    @AutoClose
    private final Stage stage = Stage.open();

    @Test
    void oneIsMadeReadChangedAndDeleted() {
        Answer made = stage.postForm(Cast.ANN, PATH, "key=K&value=v");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body())
                .isEqualTo("{\"variable_type\":\"env_var\",\"key\":\"K\",\"value\":\"v\",\"hidden\":false,"
                        + "\"protected\":false,\"masked\":false,\"raw\":false,\"environment_scope\":\"*\","
                        + "\"description\":null}");

        assertThat(put(PATH + "/K", "value=w").json().path("value").asString()).isEqualTo("w");
        assertThat(stage.get(Cast.ANN, PATH + "/K").json().path("value").asString())
                .isEqualTo("w");
        assertThat(stage.delete(Cast.ANN, PATH + "/K").status()).isEqualTo(204);
        assertThat(stage.get(Cast.ANN, PATH + "/K").body()).isEqualTo("{\"message\":\"404 Variable Not Found\"}");
    }

    @Test
    void aKeyIsTakenOnlyWithinItsEnvironment() {
        stage.postForm(Cast.ANN, PATH, "key=K&value=v");
        stage.postForm(Cast.ANN, PATH, "key=K&value=p&environment_scope=production");

        assertThat(stage.postForm(Cast.ANN, PATH, "key=K&value=v").body())
                .isEqualTo("{\"message\":{\"key\":[\"(K) has already been taken\"]}}");
        assertThat(stage.get(Cast.ANN, PATH + "/K").status()).isEqualTo(409);
        assertThat(stage.get(Cast.ANN, PATH + "/K?filter%5Benvironment_scope%5D=production")
                        .json()
                        .path("value")
                        .asString())
                .isEqualTo("p");
    }

    @Test
    void onlyAnEligibleValueCanBeMasked() {
        assertThat(stage.postForm(Cast.ANN, PATH, "key=K&value=short&masked=true")
                        .body())
                .isEqualTo("{\"message\":{\"value\":[\"is invalid\"]}}");
        assertThat(stage.postForm(Cast.ANN, PATH, "key=K&value=with%20space&masked=true")
                        .status())
                .isEqualTo(400);
        assertThat(stage.postForm(Cast.ANN, PATH, "key=K&value=glpat-abc_DEF.01.0t&masked=true")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aHiddenValueCanBeChangedAndNeverRead() {
        Answer made = stage.postForm(Cast.ANN, PATH, "key=K&value=long-enough&masked_and_hidden=true");
        assertThat(made.json().path("hidden").asBoolean()).isTrue();
        assertThat(made.json().path("masked").asBoolean()).isTrue();

        assertThat(put(PATH + "/K", "value=another-one").status()).isEqualTo(200);
        assertThat(stage.get(Cast.ANN, PATH + "/K").json().path("value").isNull())
                .isTrue();
        assertThat(put(PATH + "/K", "masked=false").body())
                .isEqualTo("{\"message\":{\"base\":[\"The visibility setting cannot be changed for masked and hidden"
                        + " variables.\"]}}");
    }

    @Test
    void onlyANewVariableCanBeHidden() {
        stage.postForm(Cast.ANN, PATH, "key=K&value=long-enough");

        assertThat(put(PATH + "/K", "masked_and_hidden=true").body())
                .isEqualTo("{\"message\":{\"base\":[\"Only new variables can be set as masked and hidden.\"]}}");
    }

    @Test
    void groupsAndTheInstanceHaveThemToo() {
        assertThat(stage.postForm(Cast.ANN, "/groups/acme/variables", "key=G&value=v")
                        .status())
                .isEqualTo(201);
        assertThat(stage.postForm(Cast.ROOT, "/admin/ci/variables", "key=I&value=v")
                        .json()
                        .has("environment_scope"))
                .isFalse();
        assertThat(stage.get(Cast.ANN, "/admin/ci/variables").status()).isEqualTo(403);
    }

    @Test
    void oldReleasesShowLess() {
        try (Stage old = Stage.open(options -> options.withProfile("15.11"))) {
            Answer made = old.postForm(Cast.ANN, PATH, "key=K&value=long-enough&masked_and_hidden=true");
            assertThat(made.json().has("hidden")).isFalse();
            assertThat(made.json().has("description")).isFalse();
            assertThat(made.json().path("value").asString()).isEqualTo("long-enough");
        }
    }

    private Answer put(String path, String body) {
        return stage.send(stage.request("/api/v4" + path)
                .header("PRIVATE-TOKEN", Cast.ANN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(BodyPublishers.ofString(body)));
    }
}
