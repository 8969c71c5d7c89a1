package dev.koshin.simulator.api.project;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Access;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Listing;
import dev.koshin.simulator.api.call.Paging;
import dev.koshin.simulator.api.call.Params;
import dev.koshin.simulator.api.call.Resource;
import dev.koshin.simulator.api.call.Route;
import dev.koshin.simulator.api.call.Validation;
import dev.koshin.simulator.state.Place;
import dev.koshin.simulator.state.Space;
import dev.koshin.simulator.state.Spaces;
import dev.koshin.simulator.state.User;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code /projects} and {@code /groups}. Lists answer without a token too, so a 200 proves nothing about one. */
public final class SpacesResource implements Resource {
    private static final Map<String, String> PROJECT_DEFAULTS = Map.of(
            "imported", "false",
            "membership", "false",
            "order_by", "created_at",
            "owned", "false",
            "simple", "false",
            "sort", "desc",
            "starred", "false");
    private static final Map<String, String> GROUP_DEFAULTS =
            Map.of("order_by", "name", "owned", "false", "sort", "asc", "statistics", "false");

    private final SpaceJson json;
    private final Listing projects;
    private final Listing groups;

    /** Shows them as this instance does. */
    public SpacesResource(Instance instance) {
        this.json = new SpaceJson(instance);
        this.projects = new Listing(instance, PROJECT_DEFAULTS);
        this.groups = new Listing(instance, GROUP_DEFAULTS);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/projects", Access.PUBLIC, call -> list(call, Place.Kind.PROJECT, _ -> true)),
                new Route("GET", "/groups", Access.PUBLIC, call -> list(call, Place.Kind.GROUP, _ -> true)),
                new Route("GET", "/users/:user_id/projects", Access.PUBLIC, this::ofUser),
                new Route("GET", "/projects/:id", Access.PUBLIC, call -> single(call, Place.Kind.PROJECT)),
                new Route("GET", "/groups/:id", Access.PUBLIC, call -> single(call, Place.Kind.GROUP)),
                new Route("POST", "/projects", Access.SIGNED_IN, call -> create(call, Place.Kind.PROJECT)),
                new Route("POST", "/groups", Access.SIGNED_IN, call -> create(call, Place.Kind.GROUP)),
                new Route("DELETE", "/projects/:id", Access.SIGNED_IN, call -> delete(call, Place.Kind.PROJECT)),
                new Route("DELETE", "/groups/:id", Access.SIGNED_IN, call -> delete(call, Place.Kind.GROUP)));
    }

    private Answer ofUser(Call call) {
        Optional<String> user = call.state()
                .users()
                .called(call.params().text("user_id").orElse(""))
                .map(User::username);
        return user.map(owner ->
                        list(call, Place.Kind.PROJECT, space -> space.parent().equalsIgnoreCase(owner)))
                .orElseGet(() -> Refusals.notFound("User"));
    }

    private Answer list(Call call, Place.Kind kind, Predicate<Space> also) {
        Validation validation = new Validation(call.params());
        Paging paging = Paging.read(validation);
        boolean membership = validation.bool("membership").orElse(false);
        boolean owned = validation.bool("owned").orElse(false);
        Optional<Long> least = validation.integer("min_access_level");
        if (validation.refusal().isPresent()) {
            return validation.refusal().get();
        }
        int needed = owned ? Spaces.OWNER : (int) (long) least.orElse(membership ? 1L : 0L);
        String search = call.params().text("search").orElse("").toLowerCase(Locale.ROOT);
        List<Space> found = call.state().spaces().all(kind).stream()
                .filter(also)
                .filter(space -> Standing.sees(call, space) && memberLevel(call, space) >= needed)
                .filter(space -> space.path().toLowerCase(Locale.ROOT).contains(search))
                .toList();
        Listing listing = kind == Place.Kind.PROJECT ? projects : groups;
        return listing.page(call, paging, found, space -> space.place().id(), space -> json.listed(space, call));
    }

    /** Unlike {@link Standing#level}: an admin is a member only where he was made one. */
    private static int memberLevel(Call call, Space space) {
        return call.caller()
                .known()
                .map(known -> call.state().spaces().level(known.user(), space))
                .orElse(0);
    }

    private Answer single(Call call, Place.Kind kind) {
        return Standing.in(kind, call, (_, space) -> Answer.Ok.of(200, json.single(space, call)));
    }

    private Answer create(Call call, Place.Kind kind) {
        Params params = call.params();
        Validation validation = new Validation(params);
        if (params.present("name").isEmpty() && params.present("path").isEmpty()) {
            validation.reject("name, path are missing, at least one parameter must be provided");
        }
        Optional<Long> above = validation.integer(kind == Place.Kind.PROJECT ? "namespace_id" : "parent_id");
        return validation
                .refusal()
                .orElseGet(() -> above.map(id ->
                                call.state().spaces().find(Place.group(id)).map(Space::path))
                        .orElse(Optional.of(
                                kind == Place.Kind.PROJECT ? call.known().user().username() : ""))
                        .map(parent -> create(call, kind, parent))
                        .orElseGet(() -> Refusals.notFound("Namespace")));
    }

    private Answer create(Call call, Place.Kind kind, String parent) {
        Params params = call.params();
        String name = params.present("name").or(() -> params.present("path")).orElseThrow();
        String leaf =
                params.present("path").orElse(name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        String path = parent.isEmpty() ? leaf : parent + "/" + leaf;
        Spaces spaces = call.state().spaces();
        if (spaces.find(kind, path).isPresent()) {
            return Refusals.invalidField("path", "has already been taken");
        }
        Place place = new Place(kind, spaces.nextId(kind));
        boolean open = params.text("visibility").filter("public"::equals).isPresent();
        Space space = new Space(place, path, name, open, call.now().truncatedTo(ChronoUnit.MILLIS));
        spaces.add(space);
        spaces.join(place, call.known().user().id(), Spaces.OWNER);
        return Answer.Ok.of(201, json.single(space, call));
    }

    /** GitLab does it a little later; here it is done at once, with everything that lies in it. */
    private static Answer delete(Call call, Place.Kind kind) {
        return Standing.in(kind, call, (_, space) -> {
            if (Standing.level(call, space) < Spaces.OWNER) {
                return Refusals.forbidden();
            }
            Spaces spaces = call.state().spaces();
            inside(spaces, space).forEach(spaces::remove);
            spaces.remove(space);
            return new Answer.Ok(202, Json.message("202 Accepted"), List.of());
        });
    }

    private static List<Space> inside(Spaces spaces, Space space) {
        return Stream.of(Place.Kind.values())
                .flatMap(kind -> spaces.all(kind).stream())
                .filter(other -> other.path().startsWith(space.path() + "/"))
                .toList();
    }
}
