package dev.koshin.simulator.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's clock, shifted. It can be set, and then runs on. */
public final class SimulatedClock implements InstantSource {
    private final InstantSource machine;
    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    /** Starts with the time of this clock. */
    public SimulatedClock(InstantSource machine) {
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(shift());
    }

    /** How far this clock is ahead of the machine's. */
    public Duration shift() {
        return shift.get();
    }

    /** Moves the clock so far ahead of the machine's. */
    public void shiftTo(Duration ahead) {
        shift.set(ahead);
    }

    /** Sets the clock; it runs on from there. */
    public void set(Instant now) {
        shift.set(Duration.between(machine.instant(), now));
    }

    /** Moves the clock on, or back when negative. */
    public void advance(Duration by) {
        shift.updateAndGet(old -> old.plus(by));
    }
}
