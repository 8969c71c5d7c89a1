package dev.koshin.e2e;

import java.time.Duration;
import java.util.Random;

/**
 * How long a run works: from its first look at GitLab's tokens, as before it only a JVM starts, to its end.
 *
 * @param length of the fastest of a few runs that renew all
 */
record Span(Lab lab, Duration length) {
    private static final String FIRST_CALL = "GET /personal_access_tokens";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
    private static final int RUNS = 4;
    /** One kill in so many comes at a random moment of the start. */
    private static final int AT_START = 10;

    static Span measured(Lab lab) {
        Span span = new Span(lab, Duration.ofHours(1));
        for (int i = 0; i < RUNS; i++) {
            Duration one = span.one();
            span = new Span(lab, one.compareTo(span.length) < 0 ? one : span.length);
        }
        System.out.println("kills: a run works for " + span.length.toMillis() + " ms");
        return span;
    }

    private Duration one() {
        long before = calls();
        Child child = lab.koshin("renew", "--all", "--yes", "--force");
        boolean ended = untilFirstCall(child, before);
        long start = System.nanoTime();
        if (ended || child.exit() != 0) {
            throw new IllegalStateException(child.stderr());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Lets {@code child}, which was started when there had been {@code before} first calls, work for a random time. */
    boolean endsBefore(Random random, Child child, long before) {
        if (random.nextInt(AT_START) == 0) {
            return child.endsWithin(Duration.ofNanos(random.nextLong(length.toNanos())));
        }
        Duration work = Duration.ofNanos(random.nextLong(length.toNanos()));
        return untilFirstCall(child, before) || child.endsWithin(work);
    }

    private boolean untilFirstCall(Child child, long before) {
        boolean ended = false;
        while (!ended && calls() == before) {
            ended = child.endsWithin(BETWEEN_LOOKS);
        }
        return ended;
    }

    /** How many first calls there were. */
    long calls() {
        return lab.control().get("counters").path("byRoute").path(FIRST_CALL).asLong();
    }
}
