package dev.koshin.simulator.control;

import dev.koshin.simulator.fault.Fault;
import dev.koshin.simulator.fault.FaultPlan;
import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.SeedSettings;
import dev.koshin.simulator.seed.SeedStates;
import dev.koshin.simulator.state.Settings;
import dev.koshin.simulator.state.SimulatedClock;
import dev.koshin.simulator.state.World;
import dev.koshin.simulator.traffic.Counters;
import dev.koshin.simulator.traffic.LoggedRequest;
import dev.koshin.simulator.traffic.RequestLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Watches and steers a running simulator. Safe to call from any thread. */
public final class SimulatorControl {
    private final World world;
    private final SimulatedClock clock;
    private final FaultPlan faults;
    private final RequestLog log;
    private final Settings fresh;

    /** Holds the strings of these parts. */
    public SimulatorControl(World world, SimulatedClock clock, FaultPlan faults, RequestLog log, Settings fresh) {
        this.world = world;
        this.clock = clock;
        this.faults = faults;
        this.log = log;
        this.fresh = fresh;
    }

    /** Plans a fault, which starts to count now. Its number. */
    public long addFault(Fault fault) {
        return faults.add(fault);
    }

    /** The plan, with what each fault has seen and struck so far. */
    public List<FaultPlan.Planned> faults() {
        return faults.list();
    }

    /** Empties the plan. */
    public void clearFaults() {
        faults.clear();
    }

    /** The remembered API requests with a number greater than this, oldest first; 0 for all. */
    public List<LoggedRequest> requestsSince(long number) {
        return log.since(number);
    }

    /** Forgets all requests and sets the counters to zero; numbers go on. */
    public void clearRequests() {
        log.clear();
    }

    /** Totals, also of requests that the log has forgotten. */
    public Counters counters() {
        return log.counters();
    }

    /** Every token there ever was, ids ascending. */
    public List<TokenView> tokens() {
        Instant now = now();
        return world.atomically(state -> state.tokens().all().stream()
                        .map(token -> TokenView.of(token, now))
                        .toList())
                .value();
    }

    /** The simulated time. */
    public Instant now() {
        return clock.instant();
    }

    /** Sets the clock, which runs on from there. */
    public void setClock(Instant now) {
        clock.set(now);
    }

    /** Moves the clock on, or back when negative. */
    public void advanceClock(Duration by) {
        clock.advance(by);
    }

    /** Switches some settings while the instance runs. */
    public void change(SeedSettings settings) {
        world.atomically(state -> {
            state.change(settings.over(state.settings()));
            return true;
        });
    }

    /** Everything that is needed to go on later: users, tokens (as digests), settings, clock. */
    public Seed state() {
        return world.atomically(state -> SeedStates.save(state, clock.shift())).value();
    }

    /**
     * Forgets everything and goes on with this state. Faults and log stay.
     *
     * @throws IllegalArgumentException when the state contradicts itself; nothing has changed then
     */
    public void load(Seed state) {
        world.replace(SeedStates.load(state, fresh, now()));
        state.clockAhead().ifPresent(clock::shiftTo);
    }
}
