package dev.koshin.simulator.api.project;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.api.call.Access;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Listing;
import dev.koshin.simulator.api.call.Paging;
import dev.koshin.simulator.api.call.Resource;
import dev.koshin.simulator.api.call.Route;
import dev.koshin.simulator.api.call.Validation;
import java.util.List;
import java.util.Map;

/** {@code GET /projects}: the instance has none. Without a token the answer is 200 as well, so it proves nothing. */
public final class ProjectsResource implements Resource {
    private static final Map<String, String> LINK_DEFAULTS = Map.of(
            "imported", "false",
            "membership", "false",
            "order_by", "created_at",
            "owned", "false",
            "simple", "false",
            "sort", "desc",
            "starred", "false");

    private final Listing listing;

    public ProjectsResource(Instance instance) {
        this.listing = new Listing(instance, LINK_DEFAULTS);
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route("GET", "/projects", Access.PUBLIC, this::list));
    }

    private Answer list(Call call) {
        Validation validation = new Validation(call.params());
        Paging paging = Paging.read(validation);
        return validation
                .refusal()
                .orElseGet(() -> listing.page(call, paging, List.of(), _ -> Json.NODES.objectNode()));
    }
}
