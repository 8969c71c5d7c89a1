package dev.koshin.testkit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the calls of a worker to the world outside, and lets chosen ones go wrong. Before and after every call it runs
 * a check, so that a moment at which an invariant is broken cannot pass unseen.
 */
public final class Calls {
    private final List<Fault> faults;
    private final Runnable check;
    private final Runnable rival;
    private final AtomicInteger made = new AtomicInteger();

    /**
     * Counts from zero.
     *
     * @param rival what another worker does when a fault lets it come in between
     */
    public Calls(List<Fault> faults, Runnable check, Runnable rival) {
        this.faults = List.copyOf(faults);
        this.check = check;
        this.rival = rival;
    }

    /** Call number {@code call}, the first being 0, goes wrong in this way. */
    public record Fault(int call, Kind kind) {}

    /** Ways to go wrong. */
    public enum Kind {
        /** The process dies before the call leaves it. */
        CRASH_BEFORE,
        /** The call takes effect, and the process dies before it learns that. */
        CRASH_AFTER,
        /** The call is lost on its way; nobody can say so. */
        UNCLEAR_NOT_DONE,
        /** The call takes effect, and the answer is lost. */
        UNCLEAR_DONE,
        /** The process stands still before the call, longer than its lease, while another one works. */
        OVERTAKEN_BEFORE,
        /** The process stands still after the call, longer than its lease, while another one works. */
        OVERTAKEN_AFTER
    }

    /** How many calls were made so far. */
    public int made() {
        return made.get();
    }

    /** A call begins: runs the check, and what is planned to happen before it; answers the fault for the rest of it. */
    Optional<Kind> begin() {
        int call = made.getAndIncrement();
        check.run();
        Optional<Kind> kind = faults.stream()
                .filter(fault -> fault.call() == call)
                .map(Fault::kind)
                .findFirst();
        if (kind.equals(Optional.of(Kind.CRASH_BEFORE))) {
            throw new Crash();
        }
        if (kind.equals(Optional.of(Kind.OVERTAKEN_BEFORE))) {
            rival.run();
        }
        return kind;
    }

    /** A call ends: runs the check, and what is planned to happen after it. */
    void end(Optional<Kind> kind) {
        check.run();
        if (kind.equals(Optional.of(Kind.CRASH_AFTER))) {
            throw new Crash();
        }
        if (kind.equals(Optional.of(Kind.OVERTAKEN_AFTER))) {
            rival.run();
        }
    }
}
