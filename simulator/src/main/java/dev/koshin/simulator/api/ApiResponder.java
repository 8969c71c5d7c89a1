package dev.koshin.simulator.api;

import dev.koshin.simulator.api.answer.FaultReplies;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.RouteTable;
import dev.koshin.simulator.api.call.Targets;
import dev.koshin.simulator.fault.Effect;
import dev.koshin.simulator.fault.Fault;
import dev.koshin.simulator.fault.FaultPlan;
import dev.koshin.simulator.fault.FaultPlan.Planned;
import dev.koshin.simulator.http.Reply;
import dev.koshin.simulator.http.Request;
import dev.koshin.simulator.http.Responder;
import dev.koshin.simulator.state.SimulatedClock;
import dev.koshin.simulator.state.World;
import dev.koshin.simulator.traffic.LoggedRequest.Ended;
import dev.koshin.simulator.traffic.RequestLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Leads a request through the API, past the planned faults, and into the log. */
public final class ApiResponder implements Responder {
    private final RouteTable routes;
    private final Api api;
    private final Machine machine;
    private final Duration latency;

    /** {@code latency}: what every request waits before its work begins. */
    public ApiResponder(Instance instance, Machine machine, Duration latency) {
        this.routes = ApiRoutes.of(instance);
        this.api = new Api(instance, machine.world());
        this.machine = machine;
        this.latency = latency;
    }

    /** The moving parts that the API shares with the controls. */
    public record Machine(World world, SimulatedClock clock, FaultPlan faults, RequestLog log) {}

    @Override
    public Reply respond(Request request) {
        long started = System.nanoTime();
        RouteTable.Match match = routes.match(request.method(), request.path());
        Optional<Planned> struck = machine.faults().strike(request.method(), request.path());
        pause(latency);
        Api.Done done = struck.map(planned -> strike(planned.fault(), request, match, started))
                .orElseGet(() -> work(request, match, started));
        machine.log().add(name(match), entry(request, struck, done));
        return done.reply();
    }

    private Api.Done strike(Fault fault, Request request, RouteTable.Match match, long started) {
        return switch (fault.when()) {
            case BEFORE -> strikeBefore(fault.effect(), request, match, started);
            case AFTER -> strikeAfter(fault.effect(), work(request, match, started));
        };
    }

    private Api.Done strikeBefore(Effect effect, Request request, RouteTable.Match match, long started) {
        if (effect instanceof Effect.Delay(Duration by)) {
            pause(by);
            return work(request, match, started);
        }
        if (effect instanceof Effect.Slow) {
            return strikeAfter(effect, work(request, match, started));
        }
        return new Api.Done(FaultReplies.of(effect, Optional.empty(), now()), Optional.empty(), List.of());
    }

    private Api.Done strikeAfter(Effect effect, Api.Done done) {
        if (effect instanceof Effect.Delay(Duration by)) {
            pause(by);
            return done;
        }
        Reply hurt = FaultReplies.of(effect, Optional.of(done.reply()), now());
        return new Api.Done(hurt, done.who(), done.changes());
    }

    private Api.Done work(Request request, RouteTable.Match match, long started) {
        return api.work(request, match, now(), started);
    }

    private RequestLog.Entry entry(Request request, Optional<Planned> struck, Api.Done done) {
        Optional<String> fault = struck.map(planned -> planned.fault().label());
        Ended ended = new Ended(done.reply().status(), done.changes(), fault);
        return new RequestLog.Entry(now(), request.method(), Targets.masked(request), done.who(), ended);
    }

    private Instant now() {
        return machine.clock().instant();
    }

    private static String name(RouteTable.Match match) {
        return switch (match) {
            case RouteTable.Match.Found found -> found.route().name();
            case RouteTable.Match.Nothing _ -> "other";
        };
    }

    /** Blocks a virtual thread, which costs nothing. An interrupt ends the wait early. */
    private static void pause(Duration by) {
        if (!by.isPositive()) {
            return;
        }
        try {
            Thread.sleep(by);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
