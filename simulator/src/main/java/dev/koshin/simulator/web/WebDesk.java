package dev.koshin.simulator.web;

import dev.koshin.simulator.api.Desk;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Params;
import dev.koshin.simulator.api.call.ParamsReader;
import dev.koshin.simulator.http.Request;
import dev.koshin.simulator.state.World;
import dev.koshin.simulator.web.answer.Door;
import dev.koshin.simulator.web.answer.Told;
import dev.koshin.simulator.web.answer.Visit;
import dev.koshin.simulator.web.git.GitDoor;
import dev.koshin.simulator.web.oauth.PasswordGrant;
import dev.koshin.simulator.web.page.PageDoors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Git, pages and OAuth; whatever is none of them goes to the next desk. */
public final class WebDesk implements Desk {
    private final World world;
    private final Desk next;
    private final List<Door> doors;

    /** The web of this instance, in front of {@code next}. */
    public WebDesk(Instance instance, World world, Desk next) {
        this.world = world;
        this.next = next;
        List<Door> all = new ArrayList<>(PageDoors.of(instance));
        all.add(GitDoor.of(instance));
        all.add(PasswordGrant.door(instance));
        this.doors = List.copyOf(all);
    }

    @Override
    public Job job(Request request) {
        return doors.stream()
                .filter(door -> door.opens().test(request))
                .findFirst()
                .map(door -> new Job(door.name(), (now, _) -> work(door, request, now)))
                .orElseGet(() -> next.job(request));
    }

    private Done work(Door door, Request request, Instant now) {
        Params params = ParamsReader.read(request).orElseGet(() -> new Params(Map.of()));
        World.Outcome<Told> outcome =
                world.atomically(state -> door.handler().answer(new Visit(request, params, state, now)));
        return new Done(outcome.value().reply(), outcome.value().who(), outcome.changes());
    }
}
