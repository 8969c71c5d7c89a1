package dev.koshin.issuer.gitlabrest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PaceTest {
    private static final Reply DONE = new Reply.Unpresentable();

    private final Budget budget = new Budget();
    private final List<Duration> waits = new ArrayList<>();
    private final Pace pace = new Pace(2, InstantSource.fixed(Instant.parse("2026-07-01T00:00:00Z")), waits::add);

    @Test
    void work_begins_at_once() {
        assertThat(pace.within(budget, () -> DONE)).isSameAs(DONE);
        assertThat(waits).isEmpty();
    }

    @Test
    void the_longest_rest_counts() {
        pace.hold(Duration.ofSeconds(5));
        pace.hold(Duration.ofSeconds(3));

        assertThat(pace.within(budget, () -> DONE)).isSameAs(DONE);
        assertThat(waits).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void no_more_than_so_many_work_at_once() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.execute(() -> pace.within(budget, () -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    two.countDown();
                    await(two);
                    now.decrementAndGet();
                    return DONE;
                }));
            }
        }
        assertThat(most).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
