package dev.koshin.matrix;

import dev.koshin.simulator.fault.Effect;
import dev.koshin.simulator.fault.Fault;
import dev.koshin.simulator.fault.When;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One way in which one request to GitLab goes wrong. */
record Mishap(When when, Effect effect) {
    /** How long a client waits where an answer comes late. */
    static final Duration HASTE = Duration.ofMillis(400);

    private static final Duration LATE = Duration.ofMillis(600);

    /** All there are: every effect of the simulator, before the work and after it. */
    static final List<Mishap> ALL = Stream.of(When.values())
            .flatMap(when -> effects().map(effect -> new Mishap(when, effect)))
            .toList();

    /** Those that cost no time. */
    static final List<Mishap> QUICK = ALL.stream().filter(one -> !one.late()).toList();

    private static Stream<Effect> effects() {
        Stream<Effect> statuses = IntStream.of(400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504)
                .mapToObj(status -> new Effect.Status(status, Optional.empty(), Map.of()));
        return Stream.concat(
                statuses,
                Stream.of(
                        new Effect.Drop(),
                        new Effect.Delay(LATE),
                        new Effect.Garbage(),
                        new Effect.Half(),
                        new Effect.Reset(),
                        new Effect.Slow(LATE),
                        new Effect.Booting(),
                        new Effect.RateLimit(Optional.empty()),
                        new Effect.RateLimit(Optional.of(Duration.ofSeconds(7)))));
    }

    /** Whether it takes longer than a client of {@link #HASTE} waits. */
    boolean late() {
        return effect instanceof Effect.Delay || effect instanceof Effect.Slow;
    }

    /** Strikes the {@code nth} request from now on, once. */
    Fault at(int nth) {
        return new Fault(Optional.empty(), Pattern.compile("/api/v4/"), nth, 1, when, effect);
    }

    @Override
    public String toString() {
        return effect + " " + when.word();
    }
}
