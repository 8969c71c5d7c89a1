package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.seed.Seeds;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenListTest {
    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void anAdminSeesAllTokensAndNoValue() {
        Stage.Answer answer = stage.get(Cast.ROOT, "/personal_access_tokens");

        assertThat(answer.ids()).hasSize(13).isSorted();
        assertThat(answer.json().path(0).propertyNames())
                .containsExactly(
                        "id",
                        "name",
                        "revoked",
                        "created_at",
                        "description",
                        "scopes",
                        "user_id",
                        "last_used_at",
                        "active",
                        "expires_at");
    }

    @Test
    void anybodyElseSeesTheirOwn() {
        assertThat(stage.get(Cast.ANN, "/personal_access_tokens").ids())
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(stage.get(Cast.ANN, "/personal_access_tokens?user_id=2").status())
                .isEqualTo(200);
        assertThat(stage.get(Cast.ANN, "/personal_access_tokens?user_id=1").body())
                .isEqualTo("{\"message\":\"401 Unauthorized\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user_id=1                                    | [1, 2]
            user_id=2&revoked=true                       | [8, 9]
            user_id=2&revoked=false&state=inactive       | [7]
            user_id=2&state=active                       | [3, 4, 5, 6, 10]
            user_id=2&state=inactive                     | [7, 8, 9]
            search=READ-                                 | [4, 5, 6]
            search=an                                    | []
            search=ann                                   | [3, 4, 5, 6, 7, 8, 9, 10]
            expires_before=2026-06-18                    | [7, 9]
            expires_after=2026-06-18&expires_before=2026-07-17 | [10]
            expires_after=2026-07-17&expires_before=2026-07-18 | [3]
            created_after=2026-03-19T12:00:00Z&user_id=2 | [10]
            created_before=2026-03-11T12:00:00Z          | [1, 2]
            last_used_after=2026-06-17                   | [1]
            last_used_before=2026-06-17                  | []
            user_id=2&sort=name_desc&per_page=2          | [8, 5]
            user_id=2&sort=expires_asc&per_page=3        | [7, 9, 10]
            user_id=1&unknown=ignored&sort=nonsense      | [1, 2]
            """)
    void filtersChoose(String query, String ids) {
        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens?" + query).ids())
                .hasToString(ids);
    }

    @Test
    void onItsDayOfExpiryATokenIsInNeitherList() {
        stage.control().advanceClock(Duration.ofDays(1));

        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens?state=active").ids())
                .doesNotContain(10L);
        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens?state=inactive")
                        .ids())
                .doesNotContain(10L);
        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens/10")
                        .json()
                        .path("active")
                        .asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_id=99", "user_id=", "user_id=99&state=active"})
    void anUnknownOrBlankUserIsNotFound(String query) {
        Stage.Answer answer = stage.get(Cast.ROOT, "/personal_access_tokens?" + query);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"message\":\"404 Not Found\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            state=asleep              | state does not have a valid value
            revoked=perhaps           | revoked is invalid
            expires_before=soon       | expires_before is invalid
            created_after=x&page=y    | created_after is invalid, page is invalid
            user_id=root              | user_id is invalid
            per_page=0                | per_page has a value not allowed
            """)
    void nonsenseIsRefused(String query, String error) {
        Stage.Answer answer = stage.get(Cast.ROOT, "/personal_access_tokens?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
    }

    @Test
    void aPageInTheMiddleNamesItsNeighbours() {
        Stage.Answer answer = stage.get(Cast.ROOT, "/personal_access_tokens?per_page=5&page=2");

        assertThat(answer.ids()).containsExactly(6L, 7L, 8L, 9L, 10L);
        assertThat(answer.header("X-Page")).isEqualTo("2");
        assertThat(answer.header("X-Per-Page")).isEqualTo("5");
        assertThat(answer.header("X-Prev-Page")).isEqualTo("1");
        assertThat(answer.header("X-Next-Page")).isEqualTo("3");
        assertThat(answer.header("X-Total")).isEqualTo("13");
        assertThat(answer.header("X-Total-Pages")).isEqualTo("3");
        String url = "<http://gitlab.example.test/api/v4/personal_access_tokens?page=%d&per_page=5>; rel=\"%s\"";
        assertThat(answer.header("Link"))
                .isEqualTo(String.join(
                        ", ",
                        url.formatted(1, "prev"),
                        url.formatted(3, "next"),
                        url.formatted(1, "first"),
                        url.formatted(3, "last")));
    }

    @Test
    void theLastPageHasNoNextAndBeyondItThereIsNothing() {
        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens?per_page=5&page=3")
                        .header("X-Next-Page"))
                .isEmpty();
        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens?page=9").status())
                .isEqualTo(200);
        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens?page=9").body())
                .isEqualTo("[]");
    }

    @Test
    void aLinkNeverRepeatsTheToken() {
        Stage.Answer answer = stage.plain("GET", "/api/v4/personal_access_tokens?private_token=" + Cast.ROOT, "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Link")).doesNotContain("private_token").doesNotContain(Cast.ROOT);
    }

    @Test
    void pagesAreCutToAHundredAndAboveTenThousandTheTotalIsNotTold() {
        try (Stage fleet = Stage.open(options -> options.withSeed(Seeds.fleet(10_000, Cast.TODAY)))) {
            String root = Seeds.fleet(0, Cast.TODAY).valueFor("root");
            Stage.Answer answer = fleet.get(root, "/personal_access_tokens?per_page=500&page=100");

            assertThat(answer.ids()).hasSize(100).startsWith(9901L);
            assertThat(answer.header("X-Per-Page")).isEqualTo("100");
            assertThat(answer.header("X-Next-Page")).isEqualTo("101");
            assertThat(answer.headerNames()).doesNotContain("x-total", "x-total-pages");
            assertThat(answer.header("Link")).contains("rel=\"next\"").doesNotContain("rel=\"last\"");
        }
    }
}
