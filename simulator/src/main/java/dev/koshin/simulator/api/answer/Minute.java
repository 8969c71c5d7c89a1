package dev.koshin.simulator.api.answer;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts requests in minutes that are aligned to the epoch, as GitLab's throttles do. Not thread-safe: used inside
 * {@link dev.koshin.simulator.state.World}'s lock.
 *
 * @param <K> whose requests are counted together
 */
public final class Minute<K> {
    private static final int SECONDS = 60;

    private final Map<K, Integer> seen = new HashMap<>();
    private long window = Long.MIN_VALUE;

    /** Counts a request; what the headers say then. {@code name}: of the throttle, which allows {@code most}. */
    public RateLimit count(K key, String name, int most, Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), SECONDS);
        if (current != window) {
            window = current;
            seen.clear();
        }
        int observed = seen.merge(key, 1, Integer::sum);
        return new RateLimit(name, most, observed, Instant.ofEpochSecond((window + 1) * SECONDS));
    }
}
