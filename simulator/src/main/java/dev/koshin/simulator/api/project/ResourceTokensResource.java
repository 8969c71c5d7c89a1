package dev.koshin.simulator.api.project;

import dev.koshin.simulator.api.answer.Answer;
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
import dev.koshin.simulator.api.token.Rotation;
import dev.koshin.simulator.api.token.TokenFilter;
import dev.koshin.simulator.api.token.TokenJson;
import dev.koshin.simulator.profile.Feature;
import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.state.Place;
import dev.koshin.simulator.state.Space;
import dev.koshin.simulator.state.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** {@code /projects/:id/access_tokens} or {@code /groups/:id/access_tokens}: reading, revoking and rotating. */
public final class ResourceTokensResource implements Resource {
    private final Place.Kind kind;
    private final Profile profile;
    private final TokenJson json;
    private final Listing listing;
    private final Rotation rotation;
    private final ResourceTokenCreation creation;

    /** Offers those of projects, or those of groups, as this instance does. */
    public ResourceTokensResource(Place.Kind kind, Instance instance) {
        this.kind = kind;
        this.profile = instance.profile();
        this.json = new TokenJson(instance);
        this.listing = new Listing(instance, Map.of());
        this.rotation = new Rotation(profile);
        this.creation = new ResourceTokenCreation(kind, instance);
    }

    @Override
    public List<Route> routes() {
        String all = "/" + kind.word() + "s/:id/access_tokens";
        String one = all + "/:token_id";
        List<Route> routes = new ArrayList<>(List.of(
                new Route("GET", all, Access.SIGNED_IN, in(this::list)),
                new Route("POST", all, Access.SIGNED_IN, in(creation::create)),
                new Route("GET", one, Access.SIGNED_IN, in(this::single)),
                new Route("DELETE", one, Access.SIGNED_IN, in(this::revoke))));
        if (profile.has(Feature.ROTATE)) {
            routes.add(new Route("POST", one + "/rotate", Access.SIGNED_IN, in(this::rotate)));
        }
        if (profile.has(Feature.SELF_ROTATE_SCOPE)) {
            routes.add(new Route("POST", all + "/self/rotate", Access.SELF_ROTATE, in(this::rotateSelf)));
        }
        return routes;
    }

    private Endpoint in(BiFunction<Call, Space, Answer> endpoint) {
        return call -> Standing.in(kind, call, endpoint);
    }

    private Answer list(Call call, Space space) {
        if (!Standing.governs(call, space)) {
            return Refusals.unauthorized();
        }
        Validation validation = new Validation(call.params());
        TokenFilter filter = TokenFilter.read(validation, call, profile.has(Feature.EXPIRY_FILTERS));
        Paging paging = Paging.read(validation);
        if (validation.refusal().isPresent()) {
            return validation.refusal().get();
        }
        boolean alsoInactive = profile.has(Feature.INACTIVE_RESOURCE_TOKENS);
        List<Token> tokens = of(call, space).stream()
                .filter(token -> alsoInactive || token.active(call.now()))
                .toList();
        return listing.page(call, paging, filter.apply(tokens), token -> json.resource(token, call.now()));
    }

    private Answer single(Call call, Space space) {
        return governed(call, space, token -> Answer.Ok.of(200, json.resource(token, call.now())));
    }

    private Answer revoke(Call call, Space space) {
        return governed(call, space, token -> {
            call.state().tokens().revoke(token.id());
            return new Answer.NoContent();
        });
    }

    private Answer governed(Call call, Space space, Function<Token, Answer> then) {
        if (!Standing.governs(call, space)) {
            return Refusals.unauthorized();
        }
        return find(call, space)
                .map(then)
                .orElseGet(() -> missing(call.params().text("token_id").orElse("")));
    }

    private Answer missing(String id) {
        return Refusals.notFound(
                profile.has(Feature.SHORT_RESOURCE_TOKEN_404)
                        ? kind.word() + " Access Token"
                        : "Could not find " + kind.word() + " access token with token_id: " + id);
    }

    /** Only an admin learns that a token does not exist. */
    private Answer rotate(Call call, Space space) {
        Optional<Token> token = find(call, space).filter(_ -> Standing.governs(call, space));
        return token.map(found -> rotate(call, found))
                .orElseGet(() -> call.caller().hasAdminPower() ? Refusals.notFound() : Refusals.unauthorized());
    }

    private Answer rotateSelf(Call call, Space space) {
        return call.known()
                .token()
                .filter(token -> token.origin()
                        .resource()
                        .filter(resource -> resource.place().equals(space.place()))
                        .isPresent())
                .map(token -> rotate(call, token))
                .orElseGet(Refusals::methodNotAllowed);
    }

    private Answer rotate(Call call, Token token) {
        return rotation.rotate(
                token, call, made -> json.resource(made.token(), call.now()).put("token", made.value()));
    }

    private static Optional<Token> find(Call call, Space space) {
        Optional<Long> id = new Validation(call.params()).integer("token_id");
        return id.flatMap(call.state().tokens()::find).filter(token -> belongs(token, space));
    }

    private static List<Token> of(Call call, Space space) {
        return call.state().tokens().all().stream()
                .filter(token -> belongs(token, space))
                .toList();
    }

    private static boolean belongs(Token token, Space space) {
        return token.origin()
                .resource()
                .filter(resource -> resource.place().equals(space.place()))
                .isPresent();
    }
}
