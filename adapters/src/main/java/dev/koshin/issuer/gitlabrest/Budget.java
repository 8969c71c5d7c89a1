package dev.koshin.issuer.gitlabrest;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/** The turns of all workers that call with the same value: one after another once GitLab's throttle comes near. */
final class Budget {
    private final ReentrantLock lock = new ReentrantLock();
    private Duration gap = Duration.ZERO;
    private Instant next = Instant.EPOCH;
    private Instant end = Instant.EPOCH;

    /** When the caller may go; the next one is after it. */
    Instant turn(Instant now) {
        lock.lock();
        try {
            if (gap.isZero() || !now.isBefore(end)) {
                return now;
            }
            Instant turn = next.isAfter(now) ? next : now;
            next = turn.plus(gap);
            return turn;
        } finally {
            lock.unlock();
        }
    }

    /** Learns from an answer what is left, while {@code others} are under way. */
    void see(Allowance allowance, Instant now, int others) {
        lock.lock();
        try {
            gap = allowance.gap(others);
            end = now.plus(allowance.window());
            Instant soonest = now.plus(gap);
            next = next.isAfter(soonest) ? next : soonest;
        } finally {
            lock.unlock();
        }
    }
}
