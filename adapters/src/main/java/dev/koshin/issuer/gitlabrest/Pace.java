package dev.koshin.issuer.gitlabrest;

import dev.koshin.spi.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/**
 * The speed of all workers together: so many calls at once, none before the time that GitLab asked for, and one after
 * another where a throttle is near its limit.
 */
final class Pace {
    /** Beyond this a call goes nevertheless; GitLab's own word about its throttle is then final. */
    static final Duration LONGEST_REST = Duration.ofSeconds(60);

    private final int concurrency;
    private final Semaphore permits;
    private final InstantSource clock;
    private final Pauses pauses;
    private final AtomicReference<Instant> notBefore = new AtomicReference<>(Instant.EPOCH);

    Pace(int concurrency, InstantSource clock, Pauses pauses) {
        this.concurrency = concurrency;
        this.permits = new Semaphore(concurrency);
        this.clock = clock;
        this.pauses = pauses;
    }

    /** Sends when it is its turn, and learns from the answer how fast {@code budget} lets the next ones go. */
    Reply within(Budget budget, Supplier<Reply> exchange) {
        permits.acquireUninterruptibly();
        try {
            Instant now = clock.instant();
            Duration rest = Duration.between(now, later(notBefore.get(), budget.turn(now)));
            if (rest.isPositive()) {
                pauses.pause(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
            }
            Reply reply = exchange.get();
            if (reply instanceof Reply.Answered(Answer answer)) {
                see(budget, answer);
            }
            return reply;
        } finally {
            permits.release();
        }
    }

    private void see(Budget budget, Answer answer) {
        Instant now = clock.instant();
        Allowance.of(answer, now).ifPresent(allowance -> budget.see(allowance, now, others()));
    }

    private int others() {
        return concurrency - permits.availablePermits() - 1;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Lets everybody rest for {@code time} from now. */
    void hold(Duration time) {
        notBefore.accumulateAndGet(clock.instant().plus(time), BinaryOperator.maxBy(Instant::compareTo));
    }
}
