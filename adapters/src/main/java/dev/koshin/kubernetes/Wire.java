package dev.koshin.kubernetes;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The connection to one API server. */
final class Wire {
    private final HttpClient http;
    private final String address;
    private final Duration limit;

    Wire(HttpClient http, String address, Duration limit) {
        this.http = http;
        this.address = address;
        this.limit = limit;
    }

    /** Whether a cluster is known. */
    sealed interface Opened {}

    /** It can be called. */
    record Usable(Wire wire) implements Opened {}

    /** Nothing tells where it is, or how to log in. */
    record Unusable(String why) implements Opened {}

    static Opened open(ClusterOptions options) {
        return Opening.of(options);
    }

    /** With a slash at the end. */
    String address() {
        return address;
    }

    Answer send(ApiRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(built(request), byte[].class);
        try {
            return Answers.of(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return Faults.answer(e, limit);
        } catch (TimeoutException _) {
            answer.cancel(true);
            return Faults.late(limit);
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Lost("interrupted");
        }
    }

    private HttpRequest built(ApiRequest request) {
        HttpRequest.Builder builder = http.newHttpRequestBuilder()
                .uri(address + request.path())
                .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .setHeader("Accept", "application/json");
        request.body()
                .ifPresent(body -> body.reveal(json -> builder.method(request.method(), request.contentType(), json)));
        return builder.build();
    }

    Executed run(String namespace, String pod, String container, List<String> command) {
        return new Shell(http, address, limit).run(namespace, pod, container, command);
    }

    void close() {
        http.close();
    }
}
