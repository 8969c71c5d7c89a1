package dev.koshin.simulator.api.answer;

import dev.koshin.simulator.http.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a caller has used up what a throttle allows.
 *
 * @param name of the throttle
 * @param most requests in a minute
 * @param observed requests in this minute, this one included
 * @param reset when the next minute begins
 */
public record RateLimit(String name, int most, int observed, Instant reset) {
    /** Whether this request is one too many. */
    public boolean exceeded() {
        return observed > most;
    }

    /** On every answer of releases that tell. */
    public List<Field> always() {
        return List.of(
                new Field("RateLimit-Limit", String.valueOf(most)),
                new Field("RateLimit-Name", name),
                new Field("RateLimit-Observed", String.valueOf(observed)),
                new Field("RateLimit-Remaining", String.valueOf(Math.max(0, most - observed))),
                new Field("RateLimit-Reset", String.valueOf(reset.getEpochSecond())));
    }

    /** On a refusal at this time: another try makes sense when the next minute begins. */
    public List<Field> refusal(Instant now) {
        return refusal(Math.max(1, Duration.between(now, reset).toSeconds()));
    }

    /** On a refusal, {@code seconds} before another try makes sense. */
    List<Field> refusal(long seconds) {
        List<Field> fields = new ArrayList<>(always());
        fields.add(new Field("RateLimit-ResetTime", Dresser.date(reset)));
        fields.add(new Field("Retry-After", String.valueOf(seconds)));
        return fields;
    }
}
