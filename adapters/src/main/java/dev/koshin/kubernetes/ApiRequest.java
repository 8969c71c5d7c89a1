package dev.koshin.kubernetes;

import dev.koshin.model.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One call to the API server.
 *
 * @param path with its query, without a slash at the beginning; see {@link #word} for its parts
 * @param contentType of the body
 * @param body JSON; a {@link Secret}, as it may hold one
 */
public record ApiRequest(String method, String path, String contentType, Optional<Secret> body) {
    /** Reads. */
    public static ApiRequest get(String path) {
        return new ApiRequest("GET", path, "", Optional.empty());
    }

    /** Creates, or asks a question that is created to be answered. */
    public static ApiRequest create(String path, String json) {
        return new ApiRequest("POST", path, "application/json", Optional.of(Secret.of(json)));
    }

    /** Server-side apply of the fields in {@code json}, and of no others. */
    public static ApiRequest apply(String path, Secret json) {
        return new ApiRequest("PATCH", path, "application/apply-patch+yaml", Optional.of(json));
    }

    /** Changes the fields in {@code json}; lists are merged as their type says. */
    public static ApiRequest merge(String path, String json) {
        return new ApiRequest("PATCH", path, "application/strategic-merge-patch+json", Optional.of(Secret.of(json)));
    }

    /** A part of a path or a query, escaped. */
    public static String word(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
