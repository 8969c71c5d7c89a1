package dev.koshin.simulator.web.page;

import dev.koshin.simulator.api.answer.RateLimit;
import dev.koshin.simulator.http.Field;
import dev.koshin.simulator.http.Reply;
import dev.koshin.simulator.web.answer.Handler;
import dev.koshin.simulator.web.answer.Replies;
import dev.koshin.simulator.web.answer.Told;
import dev.koshin.simulator.web.answer.Visit;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts visits to the paths that GitLab protects from guessing: 10 in a minute that is aligned to the epoch.
 *
 * <p>GitLab counts by address, but all clients of a simulator have the same one. Used inside the world's lock.
 */
final class Guard {
    private static final int MOST = 10;
    private static final int SECONDS = 60;

    private long window = Long.MIN_VALUE;
    private int seen;

    /** This handler, behind this guard. */
    Handler before(Handler handler) {
        return visit -> {
            RateLimit limit = count(visit.now());
            return limit.exceeded() ? Told.nobody(refusal(limit, visit)) : handler.answer(visit);
        };
    }

    private RateLimit count(Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), SECONDS);
        seen = current == window ? seen + 1 : 1;
        window = current;
        Instant reset = Instant.ofEpochSecond((window + 1) * SECONDS);
        return new RateLimit("throttle_unauthenticated_protected_paths", MOST, seen, reset);
    }

    private static Reply refusal(RateLimit limit, Visit visit) {
        long seconds = Math.max(1, Duration.between(visit.now(), limit.reset()).toSeconds());
        return Replies.reply(
                429,
                "text/plain",
                "Retry later\n",
                visit.now(),
                limit.refusal(seconds).toArray(Field[]::new));
    }
}
