package dev.koshin.simulator.api.token;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.call.Access;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Resource;
import dev.koshin.simulator.api.call.Route;
import java.util.List;

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
        return Answer.Ok.of(200, json.self(call.known().token(), call.now()));
    }

    private static Answer revoke(Call call) {
        call.state().tokens().revoke(call.known().token().id());
        return new Answer.NoContent();
    }
}
