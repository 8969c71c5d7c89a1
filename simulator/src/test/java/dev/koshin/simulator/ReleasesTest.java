package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.Stage.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReleasesTest {
    private static final String PATH = "/users/2/personal_access_tokens";

    @ParameterizedTest
    @CsvSource({"15.11, 15.11.13", "16.11, 16.11.10-ee", "17.11, 17.11.7-ee", "18.11, 18.11.5-ee", "19.1, 19.1.1-ee"})
    void eachTellsItsVersionUnderBothNames(String profile, String version) {
        try (Stage stage = stage(profile)) {
            assertThat(stage.get(Cast.ANN, "/version").json().path("version").asString())
                    .isEqualTo(version);
            assertThat(stage.get(Cast.ANN, "/metadata").body())
                    .isEqualTo(stage.get(Cast.ANN, "/version").body());
        }
    }

    @ParameterizedTest
    @CsvSource({"15.11, null", "16.11, 2027-06-17", "17.11, 2027-06-17", "18.11, 2027-06-17", "19.1, 2027-06-17"})
    void aTokenMadeWithoutAnExpiryLivesForAYearOrForEver(String profile, String expiry) {
        try (Stage stage = stage(profile)) {
            Answer made = stage.postForm(Cast.ROOT, PATH, "name=x&scopes=api");
            assertThat(made.json().path("expires_at").asString("null")).isEqualTo(expiry);
        }
    }

    @Test
    void before16NoDayIsTooFarAway() {
        try (Stage stage = stage("15.11")) {
            assertThat(stage.postForm(Cast.ROOT, PATH, "name=x&scopes=api&expires_at=2099-01-01")
                            .status())
                    .isEqualTo(201);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "15.11, glpat-[0-9a-zA-Z_-]{20}",
        "16.11, glpat-[0-9a-zA-Z_-]{20}",
        "17.11, glpat-[0-9a-zA-Z_-]{20}",
        "18.11, 'glpat-[0-9a-zA-Z_-]{27,300}\\.[0-9a-z]{2}\\.[0-9a-z]{9}'",
        "19.1, 'glpat-[0-9a-zA-Z_-]{27,300}\\.[0-9a-z]{2}\\.[0-9a-z]{9}'"
    })
    void valuesAreSpelledAsInTheirRelease(String profile, String format) {
        try (Stage stage = stage(profile)) {
            Answer made = stage.postForm(Cast.ROOT, PATH, "name=x&scopes=api");
            assertThat(made.json().path("token").asString()).matches(format);
        }
    }

    @ParameterizedTest
    @CsvSource({"15.11, 2", "16.11, 2", "17.11, 1", "18.11, 1", "19.1, 1"})
    void someAddAScopeToTokensOfAdmins(String profile, int scopes) {
        try (Stage stage = stage(profile)) {
            Answer made = stage.postForm(Cast.ROOT, "/users/1/personal_access_tokens", "name=x&scopes=api");
            assertThat(made.json().path("scopes").size()).isEqualTo(scopes);
        }
    }

    @ParameterizedTest
    @CsvSource({"15.11, 200", "16.11, 404", "17.11, 404"})
    void theOldestListsEverybodysTokensForAnUnknownUser(String profile, int status) {
        try (Stage stage = stage(profile)) {
            assertThat(stage.get(Cast.ROOT, "/personal_access_tokens?user_id=99")
                            .status())
                    .isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"15.11", "16.11"})
    void oldOnesIgnoreFiltersByExpiry(String profile) {
        try (Stage stage = stage(profile)) {
            assertThat(stage.get(Cast.ROOT, "/personal_access_tokens?expires_before=2000-01-01&sort=expires_asc")
                            .ids())
                    .hasSize(13);
        }
    }

    private static Stage stage(String profile) {
        return Stage.open(options -> options.withProfile(profile));
    }
}
