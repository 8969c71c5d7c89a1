package dev.koshin.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The planned faults.
 *
 * <p>Every fault counts every request that matches it. When several would strike the same request, the one set first
 * does.
 */
public final class FaultPlan {
    private final List<Armed> faults = new ArrayList<>();
    private long last;

    /** Adds a fault, which starts to count now. Its number. */
    public synchronized long add(Fault fault) {
        faults.add(new Armed(++last, fault));
        return last;
    }

    /** Removes all faults. */
    public synchronized void clear() {
        faults.clear();
    }

    /** The faults in the order in which they were set. */
    public synchronized List<Planned> list() {
        return faults.stream().map(Armed::view).toList();
    }

    /** Counts a request; the fault that strikes it. */
    public synchronized Optional<Planned> strike(String method, String path) {
        Optional<Planned> first = Optional.empty();
        for (Armed armed : faults) {
            if (armed.strikes(method, path) && first.isEmpty()) {
                armed.struck++;
                first = Optional.of(armed.view());
            }
        }
        return first;
    }

    /**
     * A fault in the plan.
     *
     * @param number counts from 1
     * @param seen requests that matched since the fault was set
     * @param struck requests that it hit
     */
    public record Planned(long number, Fault fault, long seen, long struck) {}

    private static final class Armed {
        private final long number;
        private final Fault fault;
        private long seen;
        private long struck;

        Armed(long number, Fault fault) {
            this.number = number;
            this.fault = fault;
        }

        boolean strikes(String method, String path) {
            if (!fault.matches(method, path)) {
                return false;
            }
            seen++;
            return fault.strikesAt(seen);
        }

        Planned view() {
            return new Planned(number, fault, seen, struck);
        }
    }
}
