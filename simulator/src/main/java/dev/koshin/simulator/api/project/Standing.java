package dev.koshin.simulator.api.project;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.state.Place;
import dev.koshin.simulator.state.Space;
import dev.koshin.simulator.state.Spaces;
import java.util.Optional;
import java.util.function.BiFunction;

/** Where a caller stands in a project or group. */
final class Standing {
    static final int MAINTAINER = 40;

    private Standing() {}

    /** Answers about the project or group that the path's {@code id} names, a number or a whole path. */
    static Answer in(Place.Kind kind, Call call, BiFunction<Call, Space, Answer> endpoint) {
        return find(kind, call)
                .map(space -> endpoint.apply(call, space))
                .orElseGet(() -> Refusals.notFound(kind == Place.Kind.PROJECT ? "Project" : "Group"));
    }

    /** The same, but only to those who look after the tokens in it; others are refused. */
    static Answer governing(Place.Kind kind, Call call, BiFunction<Call, Space, Answer> endpoint) {
        return in(kind, call, (_, space) -> governs(call, space) ? endpoint.apply(call, space) : Refusals.forbidden());
    }

    /** The caller's level, that of an owner for an admin. */
    static int level(Call call, Space space) {
        if (call.caller().hasAdminPower()) {
            return Spaces.OWNER;
        }
        return call.caller()
                .known()
                .map(known -> call.state().spaces().level(known.user(), space))
                .orElse(0);
    }

    /** Whether the caller may see it at all. */
    static boolean sees(Call call, Space space) {
        return space.open() || level(call, space) > 0;
    }

    /** Who may look after the tokens in it: a maintainer of a project, an owner of a group. */
    static boolean governs(Call call, Space space) {
        int needed = space.place().kind() == Place.Kind.PROJECT ? MAINTAINER : Spaces.OWNER;
        return level(call, space) >= needed;
    }

    private static Optional<Space> find(Place.Kind kind, Call call) {
        String id = call.params().text("id").orElse("");
        Optional<Space> space = id.matches("\\d{1,18}")
                ? call.state().spaces().find(new Place(kind, Long.parseLong(id)))
                : call.state().spaces().find(kind, id);
        return space.filter(found -> sees(call, found));
    }
}
