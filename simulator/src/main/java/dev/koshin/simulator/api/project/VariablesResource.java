package dev.koshin.simulator.api.project;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Access;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Endpoint;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Listing;
import dev.koshin.simulator.api.call.Paging;
import dev.koshin.simulator.api.call.Resource;
import dev.koshin.simulator.api.call.Route;
import dev.koshin.simulator.api.call.Validation;
import dev.koshin.simulator.profile.Entity;
import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.state.Place;
import dev.koshin.simulator.state.Scope;
import dev.koshin.simulator.state.Variable;
import dev.koshin.simulator.state.Variable.Visibility;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** CI/CD variables of projects, groups and the instance. */
public final class VariablesResource implements Resource {
    private static final String AMBIGUOUS =
            "There are multiple variables with provided parameters." + " Please use 'filter[environment_scope]'";

    private final List<String> keys;
    private final List<String> instanceKeys;
    private final VariableChange change;
    private final Listing listing;

    /** Offers them as this instance does. */
    public VariablesResource(Instance instance) {
        Profile profile = instance.profile();
        this.keys = profile.keys(Entity.VARIABLE);
        this.instanceKeys = profile.keys(Entity.INSTANCE_VARIABLE);
        this.change = new VariableChange(keys.contains("hidden"));
        this.listing = new Listing(instance, Map.of());
    }

    @Override
    public List<Route> routes() {
        Stream<Route> places = Stream.of(Place.Kind.values())
                .flatMap(kind ->
                        routes("/" + kind.word() + "s/:id/variables", Access.SIGNED_IN, then -> in(kind, then)));
        Stream<Route> instance =
                routes("/admin/ci/variables", Access.ADMIN, then -> call -> then.apply(call, new Scope.Instance()));
        return Stream.concat(places, instance).toList();
    }

    private Stream<Route> routes(
            String all, Access access, Function<BiFunction<Call, Scope, Answer>, Endpoint> scoped) {
        String one = all + "/:key";
        return Stream.of(
                new Route("GET", all, access, scoped.apply(this::list)),
                new Route("POST", all, access, scoped.apply(this::create)),
                new Route(
                        "GET",
                        one,
                        access,
                        scoped.apply((call, scope) ->
                                one(call, scope, found -> Answer.Ok.of(200, show(found, scope))))),
                new Route(
                        "PUT",
                        one,
                        access,
                        scoped.apply((call, scope) -> one(call, scope, found -> update(call, scope, found)))),
                new Route(
                        "DELETE",
                        one,
                        access,
                        scoped.apply((call, scope) -> one(call, scope, found -> {
                            call.state().variables().remove(scope, 0, found::equals);
                            return new Answer.NoContent();
                        }))));
    }

    private static Endpoint in(Place.Kind kind, BiFunction<Call, Scope, Answer> then) {
        return call -> Standing.governing(kind, call, (_, space) -> then.apply(call, new Scope.In(space.place())));
    }

    private Answer list(Call call, Scope scope) {
        Validation validation = new Validation(call.params());
        Paging paging = Paging.read(validation);
        List<Variable> here = call.state().variables().in(scope);
        return validation
                .refusal()
                .orElseGet(() -> listing.page(call, paging, here, variable -> show(variable, scope)));
    }

    private Answer create(Call call, Scope scope) {
        return switch (change.create(call, call.state().variables().in(scope))) {
            case VariableChange.Outcome.Refused(Answer answer) -> answer;
            case VariableChange.Outcome.Made(Variable variable) -> {
                call.state().variables().add(scope, call.state().variables().nextId(), variable);
                yield Answer.Ok.of(201, show(variable, scope));
            }
        };
    }

    private Answer update(Call call, Scope scope, Variable old) {
        return switch (change.update(call, old)) {
            case VariableChange.Outcome.Refused(Answer answer) -> answer;
            case VariableChange.Outcome.Made(Variable variable) -> {
                call.state().variables().replace(scope, 0, old, variable);
                yield Answer.Ok.of(200, show(variable, scope));
            }
        };
    }

    private static Answer one(Call call, Scope scope, Function<Variable, Answer> then) {
        String key = call.params().text("key").orElse("");
        List<Variable> found = call.state().variables().in(scope).stream()
                .filter(variable -> variable.key().equals(key))
                .filter(variable -> call.params()
                        .present("filter[environment_scope]")
                        .filter(wanted -> !wanted.equals(variable.scope()))
                        .isEmpty())
                .toList();
        return switch (found.size()) {
            case 0 -> Refusals.notFound("Variable");
            case 1 -> then.apply(found.getFirst());
            default -> Refusals.conflict(AMBIGUOUS);
        };
    }

    private ObjectNode show(Variable variable, Scope scope) {
        List<String> shown = switch (scope) {
            case Scope.Instance _ -> instanceKeys;
            case Scope.In _ -> keys;
        };
        return Json.keyed(shown, key -> value(key, variable));
    }

    /** A hidden value is never shown again. */
    private static JsonNode value(String key, Variable variable) {
        boolean hidden = variable.visibility() == Visibility.HIDDEN;
        return switch (key) {
            case "variable_type" -> Json.NODES.stringNode(variable.type());
            case "key" -> Json.NODES.stringNode(variable.key());
            case "value" -> hidden ? Json.NODES.nullNode() : Json.NODES.stringNode(variable.value());
            case "hidden" -> Json.NODES.booleanNode(hidden);
            case "protected" -> Json.NODES.booleanNode(variable.isProtected());
            case "masked" -> Json.NODES.booleanNode(variable.visibility() != Visibility.VISIBLE);
            case "raw" -> Json.NODES.booleanNode(variable.raw());
            case "environment_scope" -> Json.NODES.stringNode(variable.scope());
            case "description" ->
                variable.description().<JsonNode>map(Json.NODES::stringNode).orElseGet(Json.NODES::nullNode);
            default -> throw new IllegalArgumentException("a profile asks for the unknown variable key " + key);
        };
    }
}
