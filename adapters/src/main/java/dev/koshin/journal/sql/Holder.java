package dev.koshin.journal.sql;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who holds a lease: one opened journal in one process.
 *
 * @param boot changes with each start of the machine; empty where the operating system does not tell
 * @param namespace within which process ids count; empty where there is only one
 * @param opening tells apart the journals that one process opens
 */
record Holder(String host, String boot, String namespace, long pid, Instant started, String opening) {
    private static final Pattern TEXT = Pattern.compile(
            "pid=(\\d{1,18}) host=(\\S*) boot=(\\S*) namespace=(\\S*) started=(-?\\d{1,18}) opening=(\\S*)");

    /**
     * How much two readings of one process's start may differ: Linux derives it from the wall clock, which may be set.
     * No process id comes round again that fast.
     */
    private static final Duration SAME_START = Duration.ofSeconds(10);

    /** As it stands in the lease's row. */
    String text() {
        return "pid=" + pid + " host=" + host + " boot=" + boot + " namespace=" + namespace + " started="
                + started.toEpochMilli() + " opening=" + opening;
    }

    /** Empty if {@code text} was not written by {@link #text}, but by another version. */
    static Optional<Holder> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Holder(
                        matcher.group(2),
                        matcher.group(3),
                        matcher.group(4),
                        Long.parseLong(matcher.group(1)),
                        Instant.ofEpochMilli(Long.parseLong(matcher.group(5))),
                        matcher.group(6)))
                : Optional.empty();
    }

    /** For people. */
    String shown() {
        return "pid " + pid + " on " + host;
    }

    /**
     * Whether this holder certainly runs no more, as far as {@code here} can know.
     *
     * @param starts when the process of a given id started; empty if there is none
     */
    boolean deadSeenFrom(Holder here, LongFunction<Optional<Instant>> starts) {
        if (!host.equals(here.host) || host.isEmpty() || host.startsWith("localhost")) {
            return false;
        }
        if (!boot.equals(here.boot)) {
            return !boot.isEmpty() && !here.boot.isEmpty();
        }
        return namespace.equals(here.namespace) && !startedNear(starts.apply(pid));
    }

    private boolean startedNear(Optional<Instant> start) {
        return start.map(instant -> Duration.between(instant, started).abs().compareTo(SAME_START) < 0)
                .orElse(false);
    }
}
