package dev.koshin.simulator.api.token;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Access;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Resource;
import dev.koshin.simulator.api.call.Route;
import dev.koshin.simulator.state.Token;
import java.util.List;
import java.util.Optional;

/** {@code /personal_access_tokens/self}: the token looks at itself or ends itself, whatever its scopes are. */
public final class SelfResource implements Resource {
    private final TokenJson json;

    public SelfResource(Instance instance) {
        this.json = new TokenJson(instance);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/personal_access_tokens/self", Access.ANY_TOKEN, this::look),
                new Route("DELETE", "/personal_access_tokens/self", Access.ANY_TOKEN, SelfResource::revoke));
    }

    private Answer look(Call call) {
        return call.known()
                .token()
                .<Answer>map(token -> Answer.Ok.of(200, json.self(token, call.now())))
                .orElseGet(SelfResource::noPersonalToken);
    }

    private static Answer noPersonalToken() {
        return Refusals.badRequest("This endpoint requires token type to be a personal access token");
    }

    private static Answer revoke(Call call) {
        Optional<Token> token = call.known().token();
        token.ifPresent(found -> call.state().tokens().revoke(found.id()));
        return token.<Answer>map(_ -> new Answer.NoContent()).orElseGet(SelfResource::noPersonalToken);
    }
}
