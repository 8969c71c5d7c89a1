package dev.koshin.simulator.web.page;

import dev.koshin.simulator.api.answer.Minute;
import dev.koshin.simulator.api.answer.RateLimit;
import dev.koshin.simulator.http.Field;
import dev.koshin.simulator.http.Reply;
import dev.koshin.simulator.web.answer.Handler;
import dev.koshin.simulator.web.answer.Replies;
import dev.koshin.simulator.web.answer.Told;
import dev.koshin.simulator.web.answer.Visit;

/**
 * Counts visits to the paths that GitLab protects from guessing: 10 in a minute.
 *
 * <p>GitLab counts by address, but all clients of a simulator have the same one. Used inside the world's lock.
 */
final class Guard {
    private static final int MOST = 10;

    private final Minute<String> minute = new Minute<>();

    /** This handler, behind this guard. */
    Handler before(Handler handler) {
        return visit -> {
            RateLimit limit = minute.count("everybody", "throttle_unauthenticated_protected_paths", MOST, visit.now());
            return limit.exceeded() ? Told.nobody(refusal(limit, visit)) : handler.answer(visit);
        };
    }

    private static Reply refusal(RateLimit limit, Visit visit) {
        return Replies.reply(
                429,
                "text/plain",
                "Retry later\n",
                visit.now(),
                limit.refusal(visit.now()).toArray(Field[]::new));
    }
}
