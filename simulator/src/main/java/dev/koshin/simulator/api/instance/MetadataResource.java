package dev.koshin.simulator.api.instance;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.api.call.Access;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Resource;
import dev.koshin.simulator.api.call.Route;
import dev.koshin.simulator.profile.Entity;
import dev.koshin.simulator.profile.Release;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /version} and {@code GET /metadata}: the same body under two names. */
public final class MetadataResource implements Resource {
    private final Instance instance;

    public MetadataResource(Instance instance) {
        this.instance = instance;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/version", Access.USER_DATA, _ -> metadata()),
                new Route("GET", "/metadata", Access.USER_DATA, _ -> metadata()));
    }

    private Answer metadata() {
        Release release = instance.profile().release();
        String agent = instance.url("/-/kubernetes-agent/");
        ObjectNode all = Json.NODES
                .objectNode()
                .put("enabled", true)
                .put("externalUrl", agent.replaceFirst("^http", "ws"))
                .put("externalK8sProxyUrl", agent + "k8s-proxy/")
                .put("version", release.number());
        ObjectNode kas = Json.keyed(instance.profile().keys(Entity.KAS), all::get);
        ObjectNode body =
                Json.NODES.objectNode().put("version", release.version()).put("revision", release.revision());
        body.set("kas", kas);
        return Answer.Ok.of(200, body.put("enterprise", release.enterprise()));
    }
}
