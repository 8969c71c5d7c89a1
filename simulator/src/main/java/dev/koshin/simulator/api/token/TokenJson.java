package dev.koshin.simulator.api.token;

import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.profile.Entity;
import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.state.Token;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A token as a release of GitLab shows it. */
public final class TokenJson {
    private final List<String> listed;
    private final List<String> single;
    private final List<String> self;

    /** Shows tokens as this instance does. */
    public TokenJson(Instance instance) {
        Profile profile = instance.profile();
        this.listed = profile.keys(Entity.TOKEN);
        this.single = profile.keys(Entity.TOKEN_SINGLE);
        this.self = profile.keys(Entity.TOKEN_SELF);
    }

    public ObjectNode listed(Token token, Instant now) {
        return show(token, now, listed);
    }

    public ObjectNode single(Token token, Instant now) {
        return show(token, now, single);
    }

    public ObjectNode self(Token token, Instant now) {
        return show(token, now, self);
    }

    /** Of a project or group. */
    public ObjectNode resource(Token token, Instant now) {
        ObjectNode node = listed(token, now);
        token.origin()
                .resource()
                .ifPresent(resource -> node.put("access_level", resource.accessLevel())
                        .put("resource_type", resource.place().kind().word())
                        .put("resource_id", resource.place().id()));
        return node;
    }

    ObjectNode impersonation(Token token, Instant now) {
        return listed(token, now).put("impersonation", true);
    }

    /** The only answer that ever holds the value. */
    public ObjectNode created(Mint.Made made, Instant now) {
        return listed(made.token(), now).put("token", made.value());
    }

    private static ObjectNode show(Token token, Instant now, List<String> keys) {
        return Json.keyed(keys, key -> value(key, token, now));
    }

    private static JsonNode value(String key, Token token, Instant now) {
        return switch (key) {
            case "id" -> Json.NODES.numberNode(token.id());
            case "name" -> Json.NODES.stringNode(token.grant().name());
            case "revoked" -> Json.NODES.booleanNode(token.revoked());
            case "created_at" -> Json.time(token.origin().createdAt());
            case "description" ->
                token.grant().description().map(TokenJson::string).orElseGet(Json.NODES::nullNode);
            case "scopes" -> Json.strings(token.grant().scopes());
            case "user_id" -> Json.NODES.numberNode(token.userId());
            case "last_used_at" -> token.lastUsedAt().map(Json::time).orElseGet(Json.NODES::nullNode);
            case "active" -> Json.NODES.booleanNode(token.active(now));
            case "expires_at" ->
                token.grant().expiresAt().map(day -> string(day.toString())).orElseGet(Json.NODES::nullNode);
            case "granular" -> Json.NODES.booleanNode(false);
            case "last_used_ips" ->
                Json.strings(token.lastUsedAt().map(_ -> List.of("127.0.0.1")).orElseGet(List::of));
            default -> throw new IllegalArgumentException("a profile asks for the unknown token key " + key);
        };
    }

    private static JsonNode string(String text) {
        return Json.NODES.stringNode(text);
    }
}
