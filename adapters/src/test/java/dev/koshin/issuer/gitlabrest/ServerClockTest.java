package dev.koshin.issuer.gitlabrest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ServerClockTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final ServerClock clock = new ServerClock(nanos::get);

    @Test
    void knows_nothing_before_the_first_answer() {
        assertThat(clock.now()).isEmpty();
    }

    @Test
    void goes_on_from_what_the_server_said() {
        see("Wed, 01 Jul 2026 00:00:00 GMT");
        nanos.addAndGet(Duration.ofSeconds(90).toNanos());

        assertThat(clock.now()).contains(Instant.parse("2026-07-01T00:01:30Z"));
    }

    @Test
    void follows_a_server_whose_clock_is_set() {
        see("Wed, 01 Jul 2026 00:00:00 GMT");
        see("Thu, 01 Jul 2027 00:00:00 GMT");

        assertThat(clock.now()).contains(Instant.parse("2027-07-01T00:00:00Z"));
    }

    @Test
    void forgets_after_ten_minutes() {
        see("Wed, 01 Jul 2026 00:00:00 GMT");
        nanos.addAndGet(Duration.ofMinutes(10).toNanos() + 1);

        assertThat(clock.now()).isEmpty();
    }

    @Test
    void does_not_believe_what_is_no_time() {
        see("yesterday");

        assertThat(clock.now()).isEmpty();
    }

    private void see(String date) {
        clock.see(Samples.headers("Date", date));
    }
}
