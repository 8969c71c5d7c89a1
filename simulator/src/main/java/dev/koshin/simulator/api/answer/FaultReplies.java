package dev.koshin.simulator.api.answer;

import dev.koshin.simulator.fault.Effect;
import dev.koshin.simulator.http.Field;
import dev.koshin.simulator.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client gets when a fault has struck. */
public final class FaultReplies {
    /** Length of the throttle's window. */
    private static final Duration WINDOW = Duration.ofMinutes(1);
    /** Requests in a window: 7200 an hour. */
    private static final int ALLOWED = 120;

    private static final String BOOTING = "<!DOCTYPE html>\n<html>\n<head><title>Waiting for GitLab to boot</title>"
            + "</head>\n<body><h1>502</h1><h3>Waiting for GitLab to boot</h3></body>\n</html>\n";
    private static final String GARBAGE =
            "<!DOCTYPE html>\n<html>\n<head><title>Sign in</title></head>\n<body>Please sign in</body>\n</html>\n";

    private FaultReplies() {}

    /** {@code normal}: the true answer; empty when the request did nothing. */
    public static Reply of(Effect effect, Optional<Reply> normal, Instant now) {
        return switch (effect) {
            case Effect.Status status -> status(status, now);
            case Effect.Drop _ -> Reply.dropped();
            case Effect.Delay _ -> normal.orElseGet(() -> plainOk(now));
            case Effect.Garbage _ -> html(200, GARBAGE, now);
            case Effect.Half _ -> normal.orElseGet(() -> plainOk(now)).cutInHalf();
            case Effect.Reset _ -> normal.orElseGet(() -> plainOk(now)).reset();
            case Effect.Slow(Duration over) ->
                normal.orElseGet(() -> plainOk(now)).slowly(over);
            case Effect.Booting _ -> html(502, BOOTING, now);
            case Effect.RateLimit limit -> rateLimit(limit.retryAfter(), now);
        };
    }

    private static Reply status(Effect.Status status, Instant now) {
        Map<String, String> headers = new HashMap<>(status.headers());
        headers.putIfAbsent("Content-Type", "application/json");
        List<Field> fields = head(now);
        headers.forEach((name, value) -> fields.add(new Field(name, value)));
        String usual = "{\"message\":\"" + Refusals.words(status.status()) + "\"}";
        return Reply.whole(status.status(), fields, status.body().orElse(usual));
    }

    private static Reply html(int status, String page, Instant now) {
        List<Field> fields = head(now);
        fields.add(new Field("Content-Type", "text/html; charset=utf-8"));
        return Reply.whole(status, fields, page);
    }

    private static Reply plainOk(Instant now) {
        List<Field> fields = head(now);
        fields.add(new Field("Content-Type", "application/json"));
        return Reply.whole(200, fields, "{\"message\":\"200 OK\"}");
    }

    private static Reply rateLimit(Optional<Duration> retryAfter, Instant now) {
        long rest = WINDOW.toSeconds() - now.getEpochSecond() % WINDOW.toSeconds();
        long seconds = retryAfter.map(Duration::toSeconds).orElse(rest);
        RateLimit limit = new RateLimit("throttle_authenticated_api", ALLOWED, ALLOWED + 1, now.plusSeconds(seconds));
        List<Field> fields = head(now);
        fields.add(new Field("Content-Type", "text/plain"));
        fields.addAll(limit.refusal(seconds));
        return Reply.whole(429, fields, "Retry later\n");
    }

    private static List<Field> head(Instant now) {
        return new ArrayList<>(List.of(new Field("Server", "nginx"), new Field("Date", Dresser.date(now))));
    }
}
