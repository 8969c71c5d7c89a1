package dev.koshin.issuer.gitlabrest;

import dev.koshin.http.ServerDate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is left of a throttle's period, as the headers of ordinary answers tell it where a throttle is on.
 *
 * @param remaining calls until the end of the period
 * @param total calls of the whole period; {@code RateLimit-Limit} is the same per minute, so it is not used
 * @param window until the end of the period
 */
record Allowance(int remaining, int total, Duration window) {
    /** Below a tenth, the rest is spread over the time that is left. */
    private static final int TENTH = 10;

    /** {@code local} stands in for the server's time when the answer does not tell it. */
    static Optional<Allowance> of(Answer answer, Instant local) {
        OptionalInt remaining = answer.number("RateLimit-Remaining");
        Optional<Instant> reset = answer.instant("RateLimit-Reset");
        if (remaining.isEmpty() || reset.isEmpty()) {
            return Optional.empty();
        }
        int left = remaining.getAsInt();
        Duration window = Duration.between(ServerDate.of(answer.headers()).orElse(local), reset.get());
        return Optional.of(
                new Allowance(left, left + answer.number("RateLimit-Observed").orElse(0), window));
    }

    /** The time between two calls; zero while there is plenty. {@code others} are under way and count already. */
    Duration gap(int others) {
        int free = remaining - others;
        if (!window.isPositive() || (remaining * TENTH > total && free > others + 1)) {
            return Duration.ZERO;
        }
        return free > 0 ? window.dividedBy(free) : window;
    }
}
