package dev.koshin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever works with a token while it is renewed must not notice. */
final class ConsumerTest {
    private static final Duration HUNDRED_A_SECOND = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ROUNDS = 3;

    @TempDir
    private Path folder;

    @Test
    void a_consumer_that_reads_its_row_before_each_call_is_never_refused() throws IOException, SQLException {
        try (Manual manual = Manual.start(folder, "2s")) {
            // one of the manual's tokens is expired from the start
            manual.koshin(0, "renew", "--all", "--yes");
            Onlooker consumer = new Onlooker(manual.lab(), manual.keys(), HUNDRED_A_SECOND, Onlooker.Refusal.ALWAYS);
            try (consumer) {
                for (int i = 0; i < ROUNDS; i++) {
                    retire(manual);
                    manual.koshin(0, "renew", "--all", "--yes", "--force");
                }
                retire(manual);
            }
            System.out.println("consumer: " + consumer.calls() + " calls, "
                    + consumer.refused().size() + " refused, "
                    + consumer.values().size() + " tokens");
            assertThat(consumer.refused()).isEmpty();
            assertThat(consumer.values()).hasSize(5 + 5 * ROUNDS);
            manual.everyRowHoldsTheOnlyLiveToken();
        }
    }

    private static void retire(Manual manual) {
        int retired = 0;
        Instant end = Instant.now().plus(PATIENCE);
        while (retired < Manual.USERS.size() && Instant.now().isBefore(end)) {
            retired += manual.json(0, "retire").path("renewed").asInt();
        }
        assertThat(retired).isEqualTo(Manual.USERS.size());
    }
}
