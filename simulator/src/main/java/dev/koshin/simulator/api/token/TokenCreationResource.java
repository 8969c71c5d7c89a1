package dev.koshin.simulator.api.token;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Access;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Resource;
import dev.koshin.simulator.api.call.Route;
import dev.koshin.simulator.api.call.Validation;
import dev.koshin.simulator.profile.Feature;
import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.state.Origin;
import dev.koshin.simulator.state.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /users/:user_id/personal_access_tokens}: an admin makes a token for anybody; and {@code POST
 * /user/personal_access_tokens}: anybody makes one for himself that can do next to nothing.
 *
 * <p>The new token has no family, nothing else is revoked, and asking twice makes two.
 */
public final class TokenCreationResource implements Resource {
    private final Profile profile;
    private final TokenJson json;
    private final Lifetimes lifetimes;
    private final Mint mint;

    /** Makes them as this instance does. */
    public TokenCreationResource(Instance instance) {
        this.profile = instance.profile();
        this.json = new TokenJson(instance);
        this.lifetimes = new Lifetimes(profile);
        this.mint = new Mint(profile);
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(new Route("POST", "/users/:user_id/personal_access_tokens", Access.ADMIN_OF_USERS, this::create));
        if (profile.has(Feature.OWN_TOKENS)) {
            routes.add(new Route("POST", "/user/personal_access_tokens", Access.SIGNED_IN, this::createOwn));
        }
        return routes;
    }

    private Answer create(Call call) {
        Validation validation = new Validation(call.params());
        Optional<Long> userId = validation.integer("user_id");
        Draft draft = Draft.read(call.params(), validation, profile.scopes());
        if (validation.refusal().isPresent()) {
            return validation.refusal().get();
        }
        return userId.flatMap(call.state().users()::find)
                .map(user -> issue(user, draft, call))
                .orElseGet(() -> Refusals.notFound("User"));
    }

    private Answer createOwn(Call call) {
        Validation validation = new Validation(call.params());
        Set<String> allowed =
                profile.has(Feature.SELF_ROTATE_SCOPE) ? Set.of("k8s_proxy", "self_rotate") : Set.of("k8s_proxy");
        Draft draft = Draft.read(call.params(), validation, allowed);
        return validation.refusal().orElseGet(() -> issue(call.known().user(), draft, call));
    }

    private Answer issue(User user, Draft asked, Call call) {
        Draft draft =
                asked.expiring(lifetimes.filled(asked.expiresAt(), call.state().settings(), call.now()));
        Optional<Flaw> flaw = draft.flaw()
                .or(() -> lifetimes.flaw(draft.expiresAt(), call.state().settings(), call.now()));
        if (flaw.isPresent()) {
            return Refusals.unprocessable(flaw.get().sentence());
        }
        Mint.Made made = mint.make(user, draft.grant(), Origin::fresh, call.state(), call.now());
        return Answer.Ok.of(201, json.created(made, call.now()));
    }
}
