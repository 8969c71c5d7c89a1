package dev.koshin.simulator;

import dev.koshin.simulator.control.SimulatorControl;
import dev.koshin.simulator.state.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulator with the {@link Cast} on it, and a client of it. */
final class Stage implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Simulator simulator;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Stage(Simulator simulator) {
        this.simulator = simulator;
    }

    static Stage open() {
        return open(UnaryOperator.identity());
    }

    static Stage open(Settings settings) {
        return open(options -> options.withSeed(Cast.seed().with(settings)));
    }

    static Stage open(UnaryOperator<SimulatorOptions> change) {
        SimulatorOptions options =
                SimulatorOptions.defaults().withSeed(Cast.seed()).withClockStart(Cast.NOW);
        return new Stage(Simulator.start(change.apply(options)));
    }

    record Answer(int status, HttpHeaders headers, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String header(String name) {
            return headers.firstValue(name).orElse("(none)");
        }

        /** In lower case. */
        Set<String> headerNames() {
            return headers.map().keySet();
        }

        List<Long> ids() {
            return json().valueStream().map(node -> node.path("id").asLong()).toList();
        }
    }

    Answer get(String token, String path) {
        return send(request("/api/v4" + path, token).GET());
    }

    Answer delete(String token, String path) {
        return send(request("/api/v4" + path, token).DELETE());
    }

    Answer postJson(String token, String path, String body) {
        return send(request("/api/v4" + path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    Answer postForm(String token, String path, String body) {
        return send(request("/api/v4" + path, token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Without a token, at any path. */
    Answer plain(String method, String path, String body) {
        return send(HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return sendOrFail(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer sendOrFail(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    SimulatorControl control() {
        return simulator.control();
    }

    URI uri(String path) {
        return URI.create(simulator.uri() + path);
    }

    @Override
    public void close() {
        client.shutdownNow();
        simulator.close();
    }

    private HttpRequest.Builder request(String path, String token) {
        return request(path).header("PRIVATE-TOKEN", token);
    }
}
