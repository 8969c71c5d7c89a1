package dev.koshin.e2e;

import java.util.List;
import java.util.stream.Stream;

/**
 * One way in which one request goes wrong.
 *
 * @param when {@code before}: the request does nothing; {@code after}: it did its work
 * @param effect the simulator's word, and the further keys that it needs, as JSON
 * @param late whether the answer comes after a client of {@link #HASTE} has given up
 */
record Harm(String when, String effect, boolean late) {
    /** How long a client waits in those cases in which an answer comes late. */
    static final String HASTE = "1s";

    private static final String STATUS = "\"status\", \"status\": ";
    private static final String DELAY = "\"delay\", \"milliseconds\": 1500";

    /** What can happen to any request before it does anything. */
    private static final List<Harm> BEFORE = Stream.of(
                    STATUS + 401,
                    STATUS + 403,
                    STATUS + 404,
                    "\"rateLimit\", \"retryAfter\": 1",
                    STATUS + 500,
                    "\"booting\"",
                    "\"drop\"",
                    DELAY,
                    "\"garbage\"")
            .map(effect -> of("before", effect))
            .toList();

    /** The true answer, cut in half. */
    private static final Harm HALF = of("after", "\"half\"");

    /** What else can happen to the answer of a request that has changed something. */
    private static final List<Harm> AFTER = Stream.of(STATUS + 500, "\"booting\"", "\"drop\"", DELAY, "\"garbage\"")
            .map(effect -> of("after", effect))
            .toList();

    private static Harm of(String when, String effect) {
        return new Harm(when, effect, effect.equals(DELAY));
    }

    /** All that can happen to a request of {@code method}; for one that only reads, before and after are the same. */
    static Stream<Harm> to(String method) {
        List<Harm> after = method.equals("GET") ? List.of() : AFTER;
        return Stream.of(BEFORE, List.of(HALF), after).flatMap(List::stream);
    }

    /** Whether the request does its work only after its client has given up. */
    boolean lateWork() {
        return late && when.equals("before");
    }

    /** For the control endpoint: strikes the {@code nth} request from then on, once. */
    String planned(int nth) {
        return "{\"nth\": %d, \"when\": \"%s\", \"effect\": %s}".formatted(nth, when, effect);
    }

    String label() {
        return effect.replaceAll("[\":,]", "") + " " + when;
    }
}
