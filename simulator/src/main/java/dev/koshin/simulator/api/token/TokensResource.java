package dev.koshin.simulator.api.token;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Access;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Listing;
import dev.koshin.simulator.api.call.Paging;
import dev.koshin.simulator.api.call.Resource;
import dev.koshin.simulator.api.call.Route;
import dev.koshin.simulator.api.call.Validation;
import dev.koshin.simulator.profile.Feature;
import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.state.Token;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading and revoking {@code /personal_access_tokens}. */
public final class TokensResource implements Resource {
    private final Profile profile;
    private final TokenJson json;
    private final Listing listing;

    public TokensResource(Instance instance) {
        this.profile = instance.profile();
        this.json = new TokenJson(instance);
        this.listing = new Listing(instance, Map.of());
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/personal_access_tokens", Access.SIGNED_IN, this::list),
                new Route("GET", "/personal_access_tokens/:id", Access.SIGNED_IN, this::single),
                new Route("DELETE", "/personal_access_tokens/:id", Access.SIGNED_IN, this::revoke));
    }

    private Answer list(Call call) {
        boolean admin = call.caller().hasAdminPower();
        if (!admin && !asksForOwn(call)) {
            return Refusals.unauthorized();
        }
        Validation validation = new Validation(call.params());
        Optional<Long> userId = validation.integer("user_id");
        TokenFilter filter = TokenFilter.read(validation, call, profile.has(Feature.EXPIRY_FILTERS));
        Paging paging = Paging.read(validation);
        if (validation.refusal().isPresent()) {
            return validation.refusal().get();
        }
        Optional<Long> known = userId.filter(id -> call.state().users().find(id).isPresent());
        boolean unknown = call.params().has("user_id") && known.isEmpty();
        if (admin && unknown && profile.has(Feature.UNKNOWN_USER_REFUSED)) {
            return Refusals.notFound();
        }
        List<Token> tokens = filter.apply(replicated(admin ? everyones(call, known) : own(call), call));
        return listing.page(call, paging, tokens, token -> json.listed(token, call.now()));
    }

    /** A caller without admin power may name nobody or himself. */
    private static boolean asksForOwn(Call call) {
        return call.params()
                .present("user_id")
                .filter(id -> !id.equals(String.valueOf(call.known().user().id())))
                .isEmpty();
    }

    private static List<Token> everyones(Call call, Optional<Long> userId) {
        return userId.map(call.state().tokens()::of)
                .orElseGet(() -> call.state().tokens().all());
    }

    private static List<Token> own(Call call) {
        return call.state().tokens().of(call.known().user().id()).stream()
                .filter(token -> !token.origin().impersonation())
                .toList();
    }

    /** What was only just made has not reached the database from which lists are read. */
    private static List<Token> replicated(List<Token> tokens, Call call) {
        return call.state().settings().traffic().replicaLag().isZero()
                ? tokens
                : tokens.stream()
                        .filter(token -> call.state().replicated(token, call.now()))
                        .toList();
    }

    /** Only an admin learns that a token does not exist. */
    private Answer single(Call call) {
        return find(call)
                .filter(token -> mine(call, token) || call.caller().hasAdminPower())
                .<Answer>map(token -> Answer.Ok.of(200, json.single(token, call.now())))
                .orElseGet(() -> call.caller().hasAdminPower() ? Refusals.notFound() : Refusals.unauthorized());
    }

    /** Here everybody learns it. Revoking a revoked token works. */
    private Answer revoke(Call call) {
        Optional<Token> token = find(call);
        if (token.isEmpty()) {
            return Refusals.recordNotFound();
        }
        boolean own = mine(call, token.get()) && !token.get().origin().impersonation();
        if (!own && !call.caller().hasAdminPower()) {
            return Refusals.badRequest();
        }
        call.state().tokens().revoke(token.get().id());
        return new Answer.NoContent();
    }

    private static boolean mine(Call call, Token token) {
        return token.userId() == call.known().user().id();
    }

    private static Optional<Token> find(Call call) {
        return new Validation(call.params()).integer("id").flatMap(call.state().tokens()::find);
    }
}
