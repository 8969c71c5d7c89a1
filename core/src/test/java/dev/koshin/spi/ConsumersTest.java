package dev.koshin.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Fingerprint;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ConsumersTest {
    private static final Fingerprint FRESH = new Fingerprint("0123456789ab");

    private final Consumers reading = Consumers.readingEachTime();

    @Test
    void who_reads_each_time_needs_nothing_and_keeps_nothing() {
        assertThat(reading.apply(FRESH)).isEqualTo(new Effect.Done<>(List.of()));
        assertThat(reading.running(FRESH)).isEqualTo(new Effect.Done<>(new TreeSet<>()));
        assertThat(reading.endUses(FRESH, true)).isEqualTo(new Effect.Done<>(List.of()));
        assertThat(reading.impact()).isEqualTo(Impact.NONE);
        assertThat(reading.longest()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void nobody_stands_still_for_nothing() {
        assertThat(Impact.NONE.soon()).isEmpty();
        assertThat(Impact.NONE.later()).isEmpty();
        assertThat(Impact.NONE.window()).isEmpty();
    }
}
