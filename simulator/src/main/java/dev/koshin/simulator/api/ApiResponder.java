package dev.koshin.simulator.api;

import dev.koshin.simulator.api.answer.FaultReplies;
import dev.koshin.simulator.api.call.Targets;
import dev.koshin.simulator.fault.Effect;
import dev.koshin.simulator.fault.Fault;
import dev.koshin.simulator.fault.FaultPlan;
import dev.koshin.simulator.fault.FaultPlan.Planned;
import dev.koshin.simulator.http.Reply;
import dev.koshin.simulator.http.Request;
import dev.koshin.simulator.http.Responder;
import dev.koshin.simulator.http.Waits;
import dev.koshin.simulator.state.SimulatedClock;
import dev.koshin.simulator.state.World;
import dev.koshin.simulator.traffic.LoggedRequest.Ended;
import dev.koshin.simulator.traffic.RequestLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Leads a request to its desk, past the planned faults, and into the log. */
public final class ApiResponder implements Responder {
    private final Desk desk;
    private final Machine machine;
    private final Duration latency;

    /** {@code latency}: what every request waits before its work begins. */
    public ApiResponder(Desk desk, Machine machine, Duration latency) {
        this.desk = desk;
        this.machine = machine;
        this.latency = latency;
    }

    /** The moving parts that all share with the controls. */
    public record Machine(World world, SimulatedClock clock, FaultPlan faults, RequestLog log) {}

    @Override
    public Reply respond(Request request) {
        long started = System.nanoTime();
        Desk.Job job = desk.job(request);
        Optional<Planned> struck = machine.faults().strike(request.method(), request.path());
        Waits.pause(latency);
        Desk.Done done =
                struck.map(planned -> strike(planned.fault(), job, started)).orElseGet(() -> work(job, started));
        machine.log().add(job.name(), entry(request, struck, done));
        return done.reply();
    }

    private Desk.Done strike(Fault fault, Desk.Job job, long started) {
        return switch (fault.when()) {
            case BEFORE -> strikeBefore(fault.effect(), job, started);
            case AFTER -> strikeAfter(fault.effect(), work(job, started));
        };
    }

    private Desk.Done strikeBefore(Effect effect, Desk.Job job, long started) {
        if (effect instanceof Effect.Delay(Duration by)) {
            Waits.pause(by);
            return work(job, started);
        }
        if (effect instanceof Effect.Slow) {
            return strikeAfter(effect, work(job, started));
        }
        return new Desk.Done(FaultReplies.of(effect, Optional.empty(), now()), Optional.empty(), List.of());
    }

    private Desk.Done strikeAfter(Effect effect, Desk.Done done) {
        if (effect instanceof Effect.Delay(Duration by)) {
            Waits.pause(by);
            return done;
        }
        Reply hurt = FaultReplies.of(effect, Optional.of(done.reply()), now());
        return new Desk.Done(hurt, done.who(), done.changes());
    }

    private Desk.Done work(Desk.Job job, long started) {
        return job.work().at(now(), started);
    }

    private RequestLog.Entry entry(Request request, Optional<Planned> struck, Desk.Done done) {
        Optional<String> fault = struck.map(planned -> planned.fault().label());
        Ended ended = new Ended(done.reply().status(), done.changes(), fault);
        return new RequestLog.Entry(now(), request.method(), Targets.masked(request), done.who(), ended);
    }

    private Instant now() {
        return machine.clock().instant();
    }
}
