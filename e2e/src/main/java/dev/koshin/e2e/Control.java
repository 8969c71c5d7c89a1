package dev.koshin.e2e;

import dev.koshin.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control endpoints of a simulator in another process. */
public final class Control {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int UNAUTHORIZED = 401;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    Control(URI base) {
        this.base = base;
    }

    /** Reads {@code /control/PATH}. */
    public JsonNode get(String path) {
        return JSON.readTree(
                send(HttpRequest.newBuilder(uri(path)).GET().build()).body());
    }

    /** Sends {@code body} to {@code /control/PATH}. */
    public void send(String method, String path, String body) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(path))
                .method(method, BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() < OK || answer.statusCode() >= MULTIPLE_CHOICES) {
            throw new IllegalStateException(method + " " + path + ": " + answer.body());
        }
    }

    /** The status that GitLab answers to a consumer with {@code token}. */
    public int use(String token) {
        return send(HttpRequest.newBuilder(base.resolve("/api/v4/personal_access_tokens/self"))
                        .header("PRIVATE-TOKEN", token)
                        .build())
                .statusCode();
    }

    /** What {@link #use} would answer, without a request that is counted and that a planned fault could strike. */
    public int look(String token) {
        String fingerprint = Secret.of(token).fingerprint().value();
        return get("tokens")
                        .valueStream()
                        .filter(one -> one.path("active").asBoolean())
                        .anyMatch(one -> one.path("fingerprint").asString().equals(fingerprint))
                ? OK
                : UNAUTHORIZED;
    }

    private URI uri(String path) {
        return base.resolve("/control/" + path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
