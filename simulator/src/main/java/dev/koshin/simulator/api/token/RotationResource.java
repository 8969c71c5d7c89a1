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
import dev.koshin.simulator.state.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /personal_access_tokens/:id/rotate} and {@code …/self/rotate}: the old token dies in the same moment in
 * which the new one is made.
 */
public final class RotationResource implements Resource {
    private final Profile profile;
    private final TokenJson json;
    private final Rotation rotation;

    /** Rotates as this instance does. */
    public RotationResource(Instance instance) {
        this.profile = instance.profile();
        this.json = new TokenJson(instance);
        this.rotation = new Rotation(profile);
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        if (profile.has(Feature.ROTATE)) {
            routes.add(new Route("POST", "/personal_access_tokens/:id/rotate", Access.SIGNED_IN, this::rotate));
        }
        if (profile.has(Feature.SELF_ROTATE)) {
            Access access = profile.has(Feature.SELF_ROTATE_SCOPE) ? Access.SELF_ROTATE : Access.SIGNED_IN;
            routes.add(new Route("POST", "/personal_access_tokens/self/rotate", access, this::rotateSelf));
        }
        return routes;
    }

    /** Only an admin learns that a token does not exist. */
    private Answer rotate(Call call) {
        Validation validation = new Validation(call.params());
        Optional<Token> token = validation.integer("id").flatMap(call.state().tokens()::find);
        boolean admin = call.caller().hasAdminPower();
        boolean mine = token.filter(
                        found -> found.userId() == call.known().user().id())
                .isPresent();
        if (token.isEmpty() || !(mine || admin)) {
            return admin ? Refusals.notFound() : Refusals.unauthorized();
        }
        return rotation.rotate(token.get(), call, made -> json.created(made, call.now()));
    }

    private Answer rotateSelf(Call call) {
        return call.known()
                .token()
                .map(token -> rotation.rotate(token, call, made -> json.created(made, call.now())))
                .orElseGet(Refusals::methodNotAllowed);
    }
}
