package dev.koshin.simulator.api;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.CorrelationIds;
import dev.koshin.simulator.api.answer.Dresser;
import dev.koshin.simulator.api.answer.Minute;
import dev.koshin.simulator.api.answer.RateLimit;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Caller;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Params;
import dev.koshin.simulator.api.call.ParamsReader;
import dev.koshin.simulator.api.call.RouteTable;
import dev.koshin.simulator.http.Field;
import dev.koshin.simulator.http.Request;
import dev.koshin.simulator.profile.Feature;
import dev.koshin.simulator.state.State;
import dev.koshin.simulator.state.Token;
import dev.koshin.simulator.state.User;
import dev.koshin.simulator.state.World;
import dev.koshin.simulator.traffic.LoggedRequest.Who;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The REST API. */
public final class Api implements Desk {
    private final RouteTable routes;
    private final Gate gate;
    private final World world;
    private final boolean tellsLimits;
    /** By user; 0 for all without a token together. */
    private final Minute<Long> minute = new Minute<>();

    /** The API of this instance, on this world. */
    public Api(Instance instance, World world) {
        this.routes = ApiRoutes.of(instance);
        this.gate = new Gate(instance);
        this.world = world;
        this.tellsLimits = instance.profile().has(Feature.RATE_LIMIT_HEADERS);
    }

    private record Visit(Answer answer, Optional<Who> who, List<Field> limits) {}

    @Override
    public Job job(Request request) {
        RouteTable.Match match = routes.match(request.method(), request.path());
        return new Job(name(match), (now, started) -> work(request, match, now, started));
    }

    private static String name(RouteTable.Match match) {
        return switch (match) {
            case RouteTable.Match.Found found -> found.route().name();
            case RouteTable.Match.Nothing _ -> "other";
        };
    }

    private Done work(Request request, RouteTable.Match match, Instant now, long started) {
        World.Outcome<Visit> outcome = switch (match) {
            case RouteTable.Match.Nothing(Answer answer) -> untouched(answer);
            case RouteTable.Match.Found found -> visit(request, found, now);
        };
        Visit visit = outcome.value();
        Dresser.Request about =
                new Dresser.Request(now, CorrelationIds.next(now), System.nanoTime() - started, visit.limits());
        return new Done(Dresser.dress(visit.answer(), about), visit.who(), outcome.changes());
    }

    private World.Outcome<Visit> visit(Request request, RouteTable.Match.Found found, Instant now) {
        Optional<Params> read = ParamsReader.read(request);
        if (read.isEmpty()) {
            return untouched(Refusals.invalid(List.of("message body does not match declared format")));
        }
        Params params = read.get().with(found.parameters());
        Visitor visitor = Visitor.of(request, params);
        return world.atomically(state -> {
            Optional<RateLimit> limit = counted(visitor, state, now);
            if (limit.filter(RateLimit::exceeded).isPresent()) {
                return throttled(limit.get(), now);
            }
            List<Field> told =
                    limit.filter(_ -> tellsLimits).map(RateLimit::always).orElse(List.of());
            return switch (gate.enter(visitor, found.route(), state, now)) {
                case Gate.Entry.Out(Answer answer, Optional<Who> who) -> new Visit(answer, who, told);
                case Gate.Entry.In(Caller caller) -> {
                    Call call = new Call(request.path(), params, caller, state, now);
                    yield new Visit(
                            found.route().endpoint().answer(call),
                            caller.known().map(Api::who),
                            told);
                }
            };
        });
    }

    private Optional<RateLimit> counted(Visitor visitor, State state, Instant now) {
        return state.settings().traffic().requestsPerMinute().map(most -> {
            Optional<User> owner = visitor.digest().flatMap(digest -> Gate.owner(digest, state, now));
            String name = owner.isPresent() ? "throttle_authenticated_api" : "throttle_unauthenticated_api";
            return minute.count(owner.map(User::id).orElse(0L), name, most, now);
        });
    }

    private static Visit throttled(RateLimit limit, Instant now) {
        return new Visit(new Answer.Throttled(limit.refusal(now)), Optional.empty(), List.of());
    }

    private static World.Outcome<Visit> untouched(Answer answer) {
        return new World.Outcome<>(new Visit(answer, Optional.empty(), List.of()), List.of());
    }

    private static Who who(Caller.Known known) {
        return new Who(known.user().id(), known.token().map(Token::id).orElse(0L));
    }
}
