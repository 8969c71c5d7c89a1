package dev.koshin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The time in which the old and the new token both work. */
final class GraceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void the_old_token_works_until_somebody_retires_it_now() throws IOException, SQLException {
        try (Manual manual = Manual.start(folder, "24h")) {
            JsonNode renewed = manual.json(0, "renew", "--all", "--yes");
            assertThat(renewed.path("waiting").asInt()).isEqualTo(5);
            // the token of the first was expired from the start
            assertThat(manual.live(2)).hasSize(1);
            assertThat(Manual.USERS.subList(1, 5))
                    .allSatisfy(user -> assertThat(manual.live(user)).hasSize(2));

            assertThat(manual.json(0, "retire").path("credentials").size()).isZero();
            assertThat(Manual.USERS.subList(1, 5))
                    .allSatisfy(user -> assertThat(manual.live(user)).hasSize(2));
            manual.everyRowHoldsALiveToken();

            assertThat(manual.json(0, "retire", "--retire-now").path("renewed").asInt())
                    .isEqualTo(5);
            manual.everyRowHoldsTheOnlyLiveToken();
        }
    }

    @Test
    void after_the_grace_period_retire_revokes_what_was_replaced() throws IOException, SQLException {
        try (Manual manual = Manual.start(folder, "2s")) {
            manual.koshin(0, "renew", "--all", "--yes");
            int retired = 0;
            Instant end = Instant.now().plus(PATIENCE);
            while (retired < 5 && Instant.now().isBefore(end)) {
                retired += manual.json(0, "retire").path("renewed").asInt();
            }
            assertThat(retired).isEqualTo(5);
            manual.everyRowHoldsTheOnlyLiveToken();
        }
    }
}
