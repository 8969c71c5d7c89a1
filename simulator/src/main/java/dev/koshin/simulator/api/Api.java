package dev.koshin.simulator.api;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.CorrelationIds;
import dev.koshin.simulator.api.answer.Dresser;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Caller;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Params;
import dev.koshin.simulator.api.call.ParamsReader;
import dev.koshin.simulator.api.call.RouteTable;
import dev.koshin.simulator.http.Reply;
import dev.koshin.simulator.http.Request;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.World;
import dev.koshin.simulator.traffic.LoggedRequest.Who;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Does the work of a request when nothing goes wrong on purpose. */
final class Api {
    private final Gate gate;
    private final World world;

    Api(Instance instance, World world) {
        this.gate = new Gate(instance);
        this.world = world;
    }

    /**
     * A request that did its work.
     *
     * @param who whose token was accepted
     * @param committed a token was made or revoked
     */
    record Done(Reply reply, Optional<Who> who, boolean committed) {}

    private record Visit(Answer answer, Optional<Who> who) {}

    /** {@code started}: by {@link System#nanoTime}. */
    Done work(Request request, RouteTable.Match match, Instant now, long started) {
        World.Outcome<Visit> outcome = switch (match) {
            case RouteTable.Match.Nothing(Answer answer) -> untouched(answer);
            case RouteTable.Match.Found found -> visit(request, found, now);
        };
        Dresser.Request about = new Dresser.Request(now, CorrelationIds.next(now), System.nanoTime() - started);
        Visit visit = outcome.value();
        return new Done(Dresser.dress(visit.answer(), about), visit.who(), outcome.changed());
    }

    private World.Outcome<Visit> visit(Request request, RouteTable.Match.Found found, Instant now) {
        Optional<Params> read = ParamsReader.read(request);
        if (read.isEmpty()) {
            return untouched(Refusals.invalid(List.of("message body does not match declared format")));
        }
        Params params = read.get().with(found.parameters());
        Optional<Digest> digest = Gate.presented(request, params);
        return world.atomically(state -> switch (gate.enter(digest, found.route(), state, now)) {
            case Gate.Entry.Out(Answer answer, Optional<Who> who) -> new Visit(answer, who);
            case Gate.Entry.In(Caller caller) -> {
                Call call = new Call(request.path(), params, caller, state, now);
                yield new Visit(
                        found.route().endpoint().answer(call), caller.known().map(Api::who));
            }
        });
    }

    private static World.Outcome<Visit> untouched(Answer answer) {
        return new World.Outcome<>(new Visit(answer, Optional.empty()), false);
    }

    private static Who who(Caller.Known known) {
        return new Who(known.user().id(), known.token().id());
    }
}
