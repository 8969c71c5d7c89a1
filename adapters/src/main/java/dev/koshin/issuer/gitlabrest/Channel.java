package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Secret;
import dev.koshin.spi.Pauses;
import java.time.Duration;
import java.util.Optional;

/** Sends a call as often as is safe and useful, at the common pace. */
final class Channel {
    private final Wire wire;
    private final Pace pace;
    private final Pauses pauses;
    private final Bearers bearers = new Bearers();

    Channel(Wire wire, Pace pace, Pauses pauses) {
        this.wire = wire;
        this.pace = pace;
        this.pauses = pauses;
    }

    /** What is known about {@code token} as a caller. */
    Bearer bearer(Secret token) {
        return bearers.of(token);
    }

    /** The last reply, after at most 4 tries and 2 minutes of waiting; the first one to a value that was denied. */
    Reply send(Call call, Secret token) {
        Bearer bearer = bearers.of(token);
        return bearer.send(call, () -> send(call, token, bearer.budget()));
    }

    private Reply send(Call call, Secret token, Budget budget) {
        Duration waited = Duration.ZERO;
        for (int attempt = 1; ; attempt++) {
            Reply reply = pace.within(budget, () -> wire.exchange(call, token));
            Optional<Duration> rest = Patience.rest(reply, attempt);
            rest.ifPresent(pace::hold);
            Duration wait = rest.orElse(Patience.backoff(attempt));
            waited = waited.plus(wait);
            if (!Patience.again(call, reply) || !mayGoOn(attempt, waited)) {
                return reply;
            }
            if (rest.isEmpty()) {
                pauses.pause(wait);
            }
        }
    }

    /** Waits as after an attempt that failed. */
    void backOff(int attempt) {
        pauses.pause(Patience.backoff(attempt));
    }

    private static boolean mayGoOn(int attempt, Duration waited) {
        return attempt < Patience.TRIES
                && waited.compareTo(Patience.LONGEST_WAIT) <= 0
                && !Thread.currentThread().isInterrupted();
    }
}
