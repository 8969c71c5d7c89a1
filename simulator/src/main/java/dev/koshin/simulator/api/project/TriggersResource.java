package dev.koshin.simulator.api.project;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Access;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Listing;
import dev.koshin.simulator.api.call.Paging;
import dev.koshin.simulator.api.call.Resource;
import dev.koshin.simulator.api.call.Route;
import dev.koshin.simulator.api.call.Validation;
import dev.koshin.simulator.api.user.UserJson;
import dev.koshin.simulator.profile.Entity;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.Place;
import dev.koshin.simulator.state.Space;
import dev.koshin.simulator.state.Trigger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /projects/:id/triggers}: the owner of one sees its whole token again and again, others four characters. */
public final class TriggersResource implements Resource {
    private final List<String> keys;
    private final UserJson users;
    private final Listing listing;

    /** Offers them as this instance does. */
    public TriggersResource(Instance instance) {
        this.keys = instance.profile().keys(Entity.TRIGGER);
        this.users = new UserJson(instance);
        this.listing = new Listing(instance, Map.of());
    }

    @Override
    public List<Route> routes() {
        return List.of(
                route("GET", "", this::list),
                route("POST", "", this::create),
                route("GET", "/:trigger_id", (call, space) -> one(call, space, trigger -> ok(200, trigger, call))),
                route(
                        "PUT",
                        "/:trigger_id",
                        (call, space) -> one(call, space, trigger -> change(call, space, trigger))),
                route(
                        "DELETE",
                        "/:trigger_id",
                        (call, space) -> one(call, space, trigger -> {
                            call.state().triggers().remove(space.place(), trigger.id(), trigger::equals);
                            return new Answer.NoContent();
                        })));
    }

    private static Route route(String method, String rest, BiFunction<Call, Space, Answer> endpoint) {
        return new Route(
                method,
                "/projects/:id/triggers" + rest,
                Access.SIGNED_IN,
                call -> Standing.governing(Place.Kind.PROJECT, call, endpoint));
    }

    private Answer list(Call call, Space space) {
        Validation validation = new Validation(call.params());
        Paging paging = Paging.read(validation);
        List<Trigger> triggers = call.state().triggers().in(space.place());
        return validation
                .refusal()
                .orElseGet(() -> listing.page(call, paging, triggers, trigger -> show(trigger, call)));
    }

    private Answer create(Call call, Space space) {
        Validation validation = new Validation(call.params());
        validation.required("description");
        return validation.refusal().orElseGet(() -> {
            long id = call.state().triggers().nextId();
            Instant now = call.now().truncatedTo(ChronoUnit.MILLIS);
            String value =
                    "glptt-" + Digest.of(UUID.randomUUID().toString()).hex().substring(0, 40);
            String description = call.params().text("description").orElse("");
            Trigger trigger = new Trigger(
                    id,
                    space.place(),
                    value,
                    description,
                    now,
                    now,
                    call.known().user().id());
            call.state().triggers().add(space.place(), id, trigger);
            return ok(201, trigger, call);
        });
    }

    private Answer change(Call call, Space space, Trigger trigger) {
        String description = call.params().text("description").orElse(trigger.description());
        Trigger changed = trigger.described(description, call.now().truncatedTo(ChronoUnit.MILLIS));
        call.state().triggers().replace(space.place(), trigger.id(), trigger, changed);
        return ok(200, changed, call);
    }

    private static Answer one(Call call, Space space, Function<Trigger, Answer> then) {
        Optional<Long> id = new Validation(call.params()).integer("trigger_id");
        return call.state().triggers().in(space.place()).stream()
                .filter(trigger -> id.filter(wanted -> wanted == trigger.id()).isPresent())
                .findFirst()
                .map(then)
                .orElseGet(() -> Refusals.notFound("Trigger"));
    }

    private Answer ok(int status, Trigger trigger, Call call) {
        return Answer.Ok.of(status, show(trigger, call));
    }

    private ObjectNode show(Trigger trigger, Call call) {
        return Json.keyed(keys, key -> value(key, trigger, call));
    }

    private JsonNode value(String key, Trigger trigger, Call call) {
        boolean mine = trigger.ownerId() == call.known().user().id();
        return switch (key) {
            case "id" -> Json.NODES.numberNode(trigger.id());
            case "token" ->
                Json.NODES.stringNode(mine ? trigger.value() : trigger.value().substring(0, 4));
            case "description" -> Json.NODES.stringNode(trigger.description());
            case "created_at" -> Json.time(trigger.createdAt());
            case "updated_at" -> Json.time(trigger.updatedAt());
            case "last_used", "expires_at" -> Json.NODES.nullNode();
            case "owner" ->
                call.state()
                        .users()
                        .find(trigger.ownerId())
                        .<JsonNode>map(user -> users.mentioned(user, call))
                        .orElseGet(Json.NODES::nullNode);
            default -> throw new IllegalArgumentException("a profile asks for the unknown trigger key " + key);
        };
    }
}
