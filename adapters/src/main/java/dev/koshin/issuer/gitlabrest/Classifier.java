package dev.koshin.issuer.gitlabrest;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Tells from status and body what an answer means. Pure. */
final class Classifier {
    private static final int NO_CONTENT = 204;

    /** A sentence for most tokens; a field with its texts where GitLab passes on what its model says. */
    private static final Pattern EXPIRY = Pattern.compile("expiration date must|\"expires_at\":\\[\"must");

    private Classifier() {}

    /** Classifies; {@code json} is the missing node when the body was not JSON. */
    static Kind classify(int status, JsonNode json) {
        return switch (status / 100) {
            case 2 -> status == NO_CONTENT || !json.isMissingNode() ? Kind.OK : Kind.NOT_JSON;
            case 3 -> Kind.MOVED;
            case 4 -> clientError(status, json);
            case 5 -> serverError(status, json);
            default -> Kind.NOT_JSON;
        };
    }

    /** What GitLab says in words; its three shapes are {@code message}, {@code error} and OAuth's description. */
    static String words(JsonNode json) {
        return Stream.of("error_description", "message", "error")
                .map(json::path)
                .filter(node -> !node.isMissingNode())
                .map(node -> node.stringValueOpt().orElseGet(node::toString))
                .findFirst()
                .orElse("");
    }

    private static Kind clientError(int status, JsonNode json) {
        if (status == 429) {
            return Kind.RATE_LIMITED;
        }
        if (json.isMissingNode()) {
            return Kind.NOT_JSON;
        }
        String words = words(json).toLowerCase(Locale.ROOT);
        return switch (status) {
            case 401 -> unauthorized(json, words);
            case 403 -> forbidden(json, words);
            case 404 -> json.has("message") ? Kind.MISSING : json.has("error") ? Kind.NO_ROUTE : Kind.REFUSED;
            case 400, 422 -> EXPIRY.matcher(words).find() ? Kind.EXPIRY_REFUSED : Kind.REFUSED;
            default -> Kind.REFUSED;
        };
    }

    private static Kind unauthorized(JsonNode json, String words) {
        if (is(json, "invalid_token")) {
            return words.contains("expired")
                    ? Kind.TOKEN_EXPIRED
                    : words.contains("revoked") ? Kind.TOKEN_REVOKED : Kind.REFUSED;
        }
        return words.startsWith("401 unauthorized") ? Kind.TOKEN_UNKNOWN : Kind.REFUSED;
    }

    private static Kind forbidden(JsonNode json, String words) {
        if (is(json, "insufficient_scope")) {
            return Kind.SCOPE_MISSING;
        }
        boolean owner = Stream.of("your account", "your password", "your primary email", "terms of service")
                .anyMatch(words::contains);
        return owner ? Kind.USER_BLOCKED : Kind.FORBIDDEN;
    }

    /** Unicorn's and nginx's pages while GitLab starts are HTML; GitLab's own failures are JSON. */
    private static Kind serverError(int status, JsonNode json) {
        boolean gateway = status == 502 || status == 503;
        return gateway && json.isMissingNode() ? Kind.BOOTING : Kind.FAILED;
    }

    private static boolean is(JsonNode json, String error) {
        return json.path("error").stringValue("").equals(error);
    }
}
