package dev.koshin.kubernetes;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketHandshakeException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Runs commands in containers, by the API server's own protocol over a WebSocket, which the API server closes. */
final class Shell {
    private static final String PROTOCOL = "v4.channel.k8s.io";

    private final HttpClient http;
    private final String address;
    private final Duration limit;

    Shell(HttpClient http, String address, Duration limit) {
        this.http = http;
        this.address = address;
        this.limit = limit;
    }

    Executed run(String namespace, String pod, String container, List<String> command) {
        Channels channels = new Channels();
        CompletableFuture<WebSocket> socket = http.newWebSocketBuilder()
                .uri(URI.create(address + path(namespace, pod, container, command)))
                .subprotocol(PROTOCOL)
                .connectTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .buildAsync(channels);
        try {
            WebSocket _ = socket.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return channels.ended().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return refused(e);
        } catch (TimeoutException _) {
            boolean _ = socket.isDone() ? socket.join().sendClose(1000, "") : socket.cancel(true);
            return new Executed.Failed("no answer within " + limit.toSeconds() + " s");
        } catch (InterruptedException _) {
            socket.cancel(true);
            Thread.currentThread().interrupt();
            return new Executed.Failed("interrupted");
        }
    }

    private static String path(String namespace, String pod, String container, List<String> command) {
        String words = command.stream()
                .map(word -> "&command=" + ApiRequest.word(word))
                .collect(Collectors.joining());
        return "api/v1/namespaces/%s/pods/%s/exec?stdout=true&container=%s%s"
                .formatted(ApiRequest.word(namespace), ApiRequest.word(pod), ApiRequest.word(container), words);
    }

    private static Executed refused(ExecutionException thrown) {
        if (thrown.getCause() instanceof WebSocketHandshakeException handshake) {
            int status = handshake.getResponse().code();
            return status == 401 || status == 403
                    ? new Executed.Forbidden("HTTP " + status)
                    : new Executed.Failed("HTTP " + status);
        }
        return new Executed.Failed("the connection broke");
    }
}
