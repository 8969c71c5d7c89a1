package dev.koshin.issuer.gitlabrest;

import dev.koshin.spi.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/** The speed of all workers together: so many calls at once, and none before the time that GitLab asked for. */
final class Pace {
    private final Semaphore permits;
    private final InstantSource clock;
    private final Pauses pauses;
    private final AtomicReference<Instant> notBefore = new AtomicReference<>(Instant.EPOCH);

    Pace(int concurrency, InstantSource clock, Pauses pauses) {
        this.permits = new Semaphore(concurrency);
        this.clock = clock;
        this.pauses = pauses;
    }

    /** Runs {@code work} when it is its turn. */
    <T> T within(Supplier<T> work) {
        permits.acquireUninterruptibly();
        try {
            Duration rest = Duration.between(clock.instant(), notBefore.get());
            if (rest.isPositive()) {
                pauses.pause(rest);
            }
            return work.get();
        } finally {
            permits.release();
        }
    }

    /** Lets everybody rest for {@code time} from now. */
    void hold(Duration time) {
        notBefore.accumulateAndGet(clock.instant().plus(time), BinaryOperator.maxBy(Instant::compareTo));
    }
}
