package dev.koshin.simulator.api;

import dev.koshin.simulator.api.answer.RateLimit;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts requests in minutes that are aligned to the epoch, as GitLab's throttles do. Not thread-safe: used inside
 * {@link dev.koshin.simulator.state.World}'s lock.
 */
final class Throttle {
    private static final int SECONDS = 60;

    private final Map<Long, Integer> seen = new HashMap<>();
    private long window = Long.MIN_VALUE;

    /** Counts a request of a user, or of nobody (empty); what the headers say then. */
    RateLimit count(Optional<Long> userId, int most, Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), SECONDS);
        if (current != window) {
            window = current;
            seen.clear();
        }
        int observed = seen.merge(userId.orElse(0L), 1, Integer::sum);
        String name = userId.isPresent() ? "throttle_authenticated_api" : "throttle_unauthenticated_api";
        return new RateLimit(name, most, observed, Instant.ofEpochSecond((window + 1) * SECONDS));
    }
}
