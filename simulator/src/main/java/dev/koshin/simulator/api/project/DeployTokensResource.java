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
import dev.koshin.simulator.api.token.Draft;
import dev.koshin.simulator.profile.Entity;
import dev.koshin.simulator.profile.TokenFormat;
import dev.koshin.simulator.state.DeployToken;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.Place;
import dev.koshin.simulator.state.Space;
import dev.koshin.simulator.state.TokenValues;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code …/deploy_tokens} of projects and groups. A deleted one is in no list any more; none can be rotated. */
public final class DeployTokensResource implements Resource {
    private final List<String> keys;
    private final Set<String> scopes;
    private final Listing listing;
    private final TokenValues values = new TokenValues();

    /** Offers them as this instance does. */
    public DeployTokensResource(Instance instance) {
        this.keys = instance.profile().keys(Entity.DEPLOY_TOKEN);
        this.scopes = instance.profile().deployScopes();
        this.listing = new Listing(instance, Map.of());
    }

    @Override
    public List<Route> routes() {
        return Stream.of(Place.Kind.values())
                .flatMap(kind -> Stream.of(
                        route(kind, "GET", "", this::list),
                        route(kind, "POST", "", this::create),
                        route(kind, "GET", "/:token_id", this::single),
                        route(kind, "DELETE", "/:token_id", this::delete)))
                .toList();
    }

    private static Route route(Place.Kind kind, String method, String rest, BiFunction<Call, Space, Answer> endpoint) {
        String path = "/" + kind.word() + "s/:id/deploy_tokens" + rest;
        return new Route(method, path, Access.SIGNED_IN, call -> Standing.governing(kind, call, endpoint));
    }

    private Answer list(Call call, Space space) {
        Validation validation = new Validation(call.params());
        Paging paging = Paging.read(validation);
        boolean active = validation.bool("active").orElse(false);
        List<DeployToken> tokens = call.state().deployTokens().in(space.place()).stream()
                .filter(token -> !active || !token.expired(call.now()))
                .toList();
        return validation.refusal().orElseGet(() -> listing.page(call, paging, tokens, token -> show(token, call)));
    }

    private Answer create(Call call, Space space) {
        Validation validation = new Validation(call.params());
        Draft draft = Draft.read(call.params(), validation, scopes);
        Optional<Instant> end = validation.time("expires_at");
        if (validation.refusal().isPresent()) {
            return validation.refusal().get();
        }
        if (draft.flaw().isPresent()) {
            return Refusals.invalidField(
                    draft.flaw().get().field(), draft.flaw().get().text());
        }
        long id = call.state().deployTokens().nextId();
        String username = call.params().present("username").orElse("gitlab+deploy-token-" + id);
        String value = values.next(TokenFormat.LEGACY, "gldt-", id);
        DeployToken token =
                new DeployToken(id, space.place(), draft.name(), username, end, draft.scopes(), Digest.of(value));
        call.state().deployTokens().add(space.place(), id, token);
        return Answer.Ok.of(201, show(token, call).put("token", value));
    }

    private Answer single(Call call, Space space) {
        return find(call, space)
                .<Answer>map(token -> Answer.Ok.of(200, show(token, call)))
                .orElseGet(DeployTokensResource::missing);
    }

    private Answer delete(Call call, Space space) {
        Optional<DeployToken> token = find(call, space);
        token.ifPresent(found -> call.state().deployTokens().remove(space.place(), found.id(), found::equals));
        return token.<Answer>map(_ -> new Answer.NoContent()).orElseGet(DeployTokensResource::missing);
    }

    private static Optional<DeployToken> find(Call call, Space space) {
        Optional<Long> id = new Validation(call.params()).integer("token_id");
        return call.state().deployTokens().in(space.place()).stream()
                .filter(token -> id.filter(wanted -> wanted == token.id()).isPresent())
                .findFirst();
    }

    private static Answer missing() {
        return Refusals.notFound("Deploy Token");
    }

    private ObjectNode show(DeployToken token, Call call) {
        return Json.keyed(keys, key -> value(key, token, call.now()));
    }

    private static JsonNode value(String key, DeployToken token, Instant now) {
        return switch (key) {
            case "id" -> Json.NODES.numberNode(token.id());
            case "name" -> Json.NODES.stringNode(token.name());
            case "username" -> Json.NODES.stringNode(token.username());
            case "expires_at" -> token.expiresAt().map(Json::time).orElseGet(Json.NODES::nullNode);
            case "scopes" -> Json.strings(token.scopes());
            case "revoked" -> Json.NODES.booleanNode(false);
            case "expired" -> Json.NODES.booleanNode(token.expired(now));
            default -> throw new IllegalArgumentException("a profile asks for the unknown deploy token key " + key);
        };
    }
}
