package dev.koshin.exastro.discovery;

import dev.koshin.http.Exchange;
import dev.koshin.http.Http;
import dev.koshin.http.HttpOptions;
import dev.koshin.model.Problem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The network of this host, on the ways that Koshin itself goes. */
final class RealDoors implements Doors {
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);

    /** What GitLab says to somebody without a token; a proxy that stands alone says 404 or 502. */
    private static final Set<Integer> OF_GITLAB = Set.of(200, 401, 403);

    @Override
    public Optional<String> gitlab(URI url) {
        HttpOptions options = new HttpOptions(url, Optional.empty(), TO_CONNECT, TO_ANSWER, Optional.empty());
        HttpRequest request = HttpRequest.newBuilder(URI.create(options.address() + "/api/v4/version"))
                .build();
        try (Http http = new Http(options)) {
            return switch (http.send(request, "GET version")) {
                case Exchange.Answered(HttpResponse<byte[]> response) ->
                    OF_GITLAB.contains(response.statusCode()) && isJson(response)
                            ? Optional.empty()
                            : Optional.of("HTTP " + response.statusCode());
                case Exchange.NotSent(Problem problem) ->
                    Optional.of(problem.reason().code());
                case Exchange.Lost(Problem problem) ->
                    Optional.of(problem.reason().code());
            };
        }
    }

    private static boolean isJson(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
    }

    @Override
    public boolean connects(Door door) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(door.host(), door.port()), Math.toIntExact(TO_CONNECT.toMillis()));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
