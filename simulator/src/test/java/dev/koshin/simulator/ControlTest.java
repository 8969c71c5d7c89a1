package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.SeedFiles;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.traffic.LoggedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class ControlTest {
    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theLogTellsWhoAskedForWhatAndNeverAValue() {
        stage.get(Cast.ANN, "/users?username=ann");
        stage.plain("GET", "/api/v4/user?private_token=" + Cast.ANN + "&x=1", "");
        stage.get("glpat-unknown", "/user");
        stage.delete(Cast.ROOT, "/personal_access_tokens/3");

        String log = stage.plain("GET", "/control/requests", "").body();
        assertThat(log)
                .doesNotContain(Cast.ANN)
                .doesNotContain("glpat-unknown")
                .contains("\"method\":\"GET\",\"path\":\"/api/v4/users?username=ann\",\"userId\":2,\"tokenId\":3,"
                        + "\"status\":200,\"committed\":false,\"changes\":[],\"fault\":null}")
                .contains("\"path\":\"/api/v4/user?private_token=****&x=1\"")
                .contains("\"userId\":null,\"tokenId\":null,\"status\":401")
                .contains("\"userId\":1,\"tokenId\":1,\"status\":204,\"committed\":true,"
                        + "\"changes\":[{\"what\":\"token\",\"id\":3,\"how\":\"revoked\"}]");
    }

    @Test
    void theLogCanBeReadFromAPointOnAndCleared() {
        stage.get(Cast.ANN, "/user");
        stage.get(Cast.ANN, "/version");
        stage.get(Cast.ANN, "/metadata");

        JsonNode later = stage.plain("GET", "/control/requests?since=1", "").json();
        assertThat(later.valueStream().map(node -> node.path("number").asInt())).containsExactly(2, 3);

        assertThat(stage.plain("DELETE", "/control/requests", "").status()).isEqualTo(204);
        stage.get(Cast.ANN, "/user");
        assertThat(stage.control().requestsSince(0))
                .extracting(LoggedRequest::number)
                .containsExactly(4L);
        assertThat(stage.control().counters().total()).isEqualTo(1);
    }

    @Test
    void countersCountByRouteAndRefusals() {
        stage.get(Cast.ANN, "/personal_access_tokens/3");
        stage.get(Cast.ANN, "/personal_access_tokens/1");
        stage.get(Cast.BLOCKED, "/user");
        stage.get(Cast.ANN, "/nothing");

        assertThat(stage.plain("GET", "/control/counters", "").body())
                .isEqualTo("{\"total\":4,\"refused\":2,\"byRoute\":"
                        + "{\"GET /personal_access_tokens/:id\":2,\"GET /user\":1,\"other\":1}}");
    }

    @Test
    void tokensAreShownWithFingerprintsInsteadOfValues() {
        JsonNode tokens = stage.plain("GET", "/control/tokens", "").json();

        assertThat(tokens.path(6).toString())
                .isEqualTo("{\"id\":7,\"userId\":2,\"name\":\"ann-expired\",\"scopes\":[\"api\"],"
                        + "\"expiresAt\":\"2026-06-16\",\"revoked\":false,\"active\":false,\"fingerprint\":\""
                        + Digest.of(Cast.ANN_EXPIRED).hex().substring(0, 12) + "\"}");
    }

    @Test
    void theClockCanBeSetAndAdvanced() {
        assertThat(stage.plain("PUT", "/control/clock", "{\"now\":\"2030-01-01T00:00:00Z\"}")
                        .json()
                        .path("now")
                        .asString())
                .startsWith("2030-01-01T00:00:0");
        stage.plain("PUT", "/control/clock", "{\"advance\":\"PT24H\"}");
        assertThat(stage.plain("GET", "/control/clock", "").json().path("now").asString())
                .startsWith("2030-01-02T00:00:0");
    }

    @Test
    void faultsCanBeSetListedAndCleared() {
        Stage.Answer set = stage.plain(
                "POST",
                "/control/faults",
                "[{\"method\":\"GET\",\"path\":\"/user$\",\"nth\":1,\"times\":0,\"when\":\"before\","
                        + "\"effect\":\"status\",\"status\":503,\"body\":{\"a\":1},\"headers\":{\"Retry-After\":\"3\"}},"
                        + "{\"path\":\"/version$\",\"effect\":\"rateLimit\",\"retryAfter\":9}]");
        assertThat(set.status()).isEqualTo(201);

        Stage.Answer struck = stage.get(Cast.ANN, "/user");
        assertThat(struck.status()).isEqualTo(503);
        assertThat(struck.body()).isEqualTo("{\"a\":1}");
        assertThat(struck.header("Retry-After")).isEqualTo("3");
        assertThat(stage.get(Cast.ANN, "/version").header("Retry-After")).isEqualTo("9");
        assertThat(stage.plain("GET", "/control/faults", "").body())
                .isEqualTo("[{\"number\":1,\"method\":\"GET\",\"path\":\"/user$\",\"nth\":1,\"times\":0,"
                        + "\"when\":\"before\",\"effect\":\"status\",\"status\":503,\"body\":\"{\\\"a\\\":1}\","
                        + "\"headers\":{\"Retry-After\":\"3\"},\"seen\":1,\"struck\":1},"
                        + "{\"number\":2,\"path\":\"/version$\",\"nth\":1,\"times\":1,\"when\":\"before\","
                        + "\"effect\":\"rateLimit\",\"retryAfter\":9,\"seen\":1,\"struck\":1}]");

        stage.plain("DELETE", "/control/faults", "");
        assertThat(stage.get(Cast.ANN, "/user").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | /control/faults | {"path":"/","effect":"explode"}             | unknown effect
            POST | /control/faults | {"path":"/","effect":"drop","whne":"after"} | unknown key
            POST | /control/faults | {"path":"(","effect":"drop"}                | Unclosed group
            POST | /control/faults | {"path":"/","effect":"delay"}               | needs the number
            POST | /control/faults | {"path":"/","effect":"drop","nth":0}        | nth counts from 1
            PUT  | /control/clock  | {}                                          | give either
            PUT  | /control/clock  | {"now":"tomorrow"}                          | could not be parsed
            PUT  | /control/state  | {"users":[]}                                | a seed needs tokens
            """)
    void aMistakeIsNamedAndChangesNothing(String method, String path, String body, String error) {
        Stage.Answer answer = stage.plain(method, path, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asString()).contains(error);
        assertThat(stage.control().faults()).isEmpty();
        assertThat(stage.control().tokens()).hasSize(13);
    }

    @Test
    void aSavedStateGoesOnInAnotherSimulator() {
        stage.control().advanceClock(Duration.ofDays(2));
        stage.delete(Cast.ROOT, "/personal_access_tokens/4");
        String saved = stage.plain("GET", "/control/state", "").body();
        assertThat(saved).doesNotContain(Cast.ANN);

        try (Stage other = Stage.open(options -> options.withSeed(Seed.of(List.of(), List.of())))) {
            assertThat(other.get(Cast.ANN, "/user").status()).isEqualTo(401);
            assertThat(other.plain("PUT", "/control/state", saved).status()).isEqualTo(204);

            assertThat(other.get(Cast.ANN, "/user").status()).isEqualTo(200);
            assertThat(other.get(Cast.ANN_READ_API, "/user").body()).contains("Token was revoked");
            assertThat(other.get(Cast.ANN, "/user").header("Date")).startsWith("Fri, 19 Jun 2026");
            assertThat(other.control().tokens()).isEqualTo(stage.control().tokens());
        }
    }

    @Test
    void aStateThatContradictsItselfIsNotLoaded() {
        Seed orphan = SeedFiles.parse("{\"users\":[],\"tokens\":[{\"id\":1,\"userId\":9,\"name\":\"x\","
                + "\"scopes\":[\"api\"],\"value\":\"v\"}]}");

        assertThatThrownBy(() -> stage.control().load(orphan)).hasMessageContaining("belongs to no user");
        assertThat(stage.control().tokens()).hasSize(13);
    }

    @Test
    void whatIsNoControlIsNotFound() {
        assertThat(stage.plain("GET", "/control/nothing", "").status()).isEqualTo(404);
        assertThat(stage.control().requestsSince(0)).isEmpty();
    }

    @Test
    void theLogForgetsTheOldestFirst() {
        var log = new dev.koshin.simulator.traffic.RequestLog(2);
        for (int status = 1; status <= 3; status++) {
            log.add(
                    "r",
                    new dev.koshin.simulator.traffic.RequestLog.Entry(
                            Cast.NOW,
                            "GET",
                            "/",
                            Optional.empty(),
                            new LoggedRequest.Ended(status, List.of(), Optional.empty())));
        }

        assertThat(log.since(0)).extracting(LoggedRequest::number).containsExactly(2L, 3L);
        assertThat(log.counters().total()).isEqualTo(3);
    }
}
