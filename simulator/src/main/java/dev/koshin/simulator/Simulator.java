package dev.koshin.simulator;

import dev.koshin.simulator.api.Api;
import dev.koshin.simulator.api.ApiResponder;
import dev.koshin.simulator.api.Desk;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.control.ControlResponder;
import dev.koshin.simulator.control.SimulatorControl;
import dev.koshin.simulator.fault.FaultPlan;
import dev.koshin.simulator.http.HttpListener;
import dev.koshin.simulator.http.Responder;
import dev.koshin.simulator.profile.Profiles;
import dev.koshin.simulator.rails.RailsResponder;
import dev.koshin.simulator.seed.SeedStates;
import dev.koshin.simulator.state.Settings;
import dev.koshin.simulator.state.SimulatedClock;
import dev.koshin.simulator.state.World;
import dev.koshin.simulator.traffic.RequestLog;
import dev.koshin.simulator.web.WebDesk;
import java.net.URI;
import java.time.InstantSource;

/** A running pretend GitLab. Its threads are virtual: keep the process alive by other means. */
public final class Simulator implements AutoCloseable {
    /** Requests that the log remembers. */
    private static final int LOGGED = 200_000;

    private final HttpListener listener;
    private final String host;
    private final SimulatorControl control;

    private Simulator(HttpListener listener, String host, SimulatorControl control) {
        this.listener = listener;
        this.host = host;
        this.control = control;
    }

    /**
     * Starts one; it accepts requests when this returns.
     *
     * @throws IllegalArgumentException when the profile is unknown or the seed contradicts itself
     * @throws java.io.UncheckedIOException when the port is taken
     */
    public static Simulator start(SimulatorOptions options) {
        Instance instance = new Instance(Profiles.named(options.profile()), options.externalUrl());
        Settings fresh = Settings.fresh(instance.profile());
        SimulatedClock clock = new SimulatedClock(InstantSource.system());
        options.seed().clockAhead().ifPresent(clock::shiftTo);
        options.clockStart().ifPresent(clock::set);
        World world = new World(SeedStates.load(options.seed(), fresh, clock.instant()));
        FaultPlan faults = new FaultPlan();
        RequestLog log = new RequestLog(LOGGED);
        SimulatorControl control = new SimulatorControl(world, clock, faults, log, fresh);
        Desk desk = new WebDesk(instance, world, new Api(instance, world));
        ApiResponder api =
                new ApiResponder(desk, new ApiResponder.Machine(world, clock, faults, log), options.latency());
        HttpListener listener = HttpListener.open(
                options.listen(),
                split(api, new ControlResponder(control), new RailsResponder(instance.profile(), world, clock, log)));
        return new Simulator(listener, options.listen().getAddress().getHostAddress(), control);
    }

    /** The root of the instance, without a slash at its end: {@code http://127.0.0.1:40080}. */
    public URI uri() {
        String literal = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + literal + ":" + listener.port());
    }

    /** The strings behind the stage. */
    public SimulatorControl control() {
        return control;
    }

    /** Stops at once; open requests are cut. */
    @Override
    public void close() {
        listener.close();
    }

    private static Responder split(Responder api, Responder control, Responder rails) {
        return request -> {
            if (request.path().equals(RailsResponder.PATH)) {
                return rails.respond(request);
            }
            return request.path().startsWith("/control/") ? control.respond(request) : api.respond(request);
        };
    }
}
