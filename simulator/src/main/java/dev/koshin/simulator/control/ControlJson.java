package dev.koshin.simulator.control;

import dev.koshin.simulator.state.Change;
import dev.koshin.simulator.traffic.Counters;
import dev.koshin.simulator.traffic.LoggedRequest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the controls show, as JSON. */
final class ControlJson {
    private ControlJson() {}

    static ObjectNode request(LoggedRequest request) {
        ObjectNode node = object().put("number", request.number())
                .put("at", request.at().toString())
                .put("method", request.method())
                .put("path", request.target());
        request.who()
                .ifPresentOrElse(
                        who -> node.put("userId", who.userId()).put("tokenId", who.tokenId()),
                        () -> node.putNull("userId").putNull("tokenId"));
        node.put("status", request.ended().status())
                .put("committed", request.ended().committed());
        ArrayNode changes = node.putArray("changes");
        request.ended().changes().forEach(change -> changes.add(change(change)));
        return request.ended().fault().map(fault -> node.put("fault", fault)).orElseGet(() -> node.putNull("fault"));
    }

    private static ObjectNode change(Change change) {
        return object().put("what", change.kind())
                .put("id", change.id())
                .put("how", change.verb().word());
    }

    static ObjectNode counters(Counters counters) {
        ObjectNode node = object().put("total", counters.total()).put("refused", counters.refused());
        ObjectNode routes = node.putObject("byRoute");
        counters.byRoute().forEach(routes::put);
        return node;
    }

    static ObjectNode token(TokenView token) {
        ObjectNode node =
                object().put("id", token.id()).put("userId", token.userId()).put("name", token.name());
        ArrayNode scopes = node.putArray("scopes");
        token.scopes().forEach(scopes::add);
        token.expiresAt()
                .ifPresentOrElse(day -> node.put("expiresAt", day.toString()), () -> node.putNull("expiresAt"));
        return node.put("revoked", token.revoked())
                .put("active", token.active())
                .put("fingerprint", token.fingerprint());
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
