package dev.koshin.issuer.gitlabrest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

/** One exchange over HTTP/1.1: a request out, an answer or a fault in. Follows no redirect. */
final class Wire {
    /** A page of 100 tokens has some 40 kB; who sends more than this is not GitLab. */
    private static final long LARGEST_BODY_BYTES = 8L << 20;

    private final Effect<HttpClient> client;
    private final String address;
    private final String base;
    private final Duration timeout;
    private final ServerClock clock;
    private final LongAdder calls = new LongAdder();

    /** {@code client} is refused when the trusted certificates cannot be read; then so is every call. */
    Wire(Effect<HttpClient> client, URI base, Duration timeout, ServerClock clock) {
        this.client = client;
        this.address = base.toString().replaceAll("/+$", "");
        this.base = address + Call.API;
        this.timeout = timeout;
        this.clock = clock;
    }

    long calls() {
        return calls.sum();
    }

    Reply exchange(Call call, Secret token) {
        return switch (client) {
            case Effect.Done<HttpClient>(HttpClient http) ->
                request(call, token).map(request -> send(http, call, request)).orElseGet(Reply.Unpresentable::new);
            case Effect.Refused<HttpClient>(Problem problem) -> new Reply.NotSent(problem);
            case Effect.Unclear<HttpClient>(Problem problem) -> new Reply.NotSent(problem);
        };
    }

    private Optional<HttpRequest> request(Call call, Secret token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + call.path() + call.query()))
                .method(call.method().name(), body(call))
                .header("Accept", "application/json")
                .header("User-Agent", "koshin");
        if (!call.body().isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return token.reveal(value -> TokenValue.acceptable(value)
                ? Optional.of(request.header("PRIVATE-TOKEN", value).build())
                : Optional.empty());
    }

    private static BodyPublisher body(Call call) {
        return call.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body(), UTF_8);
    }

    /** The client's own timeout ends with the headers, so that a body could drip for ever; this one covers the body. */
    private Reply send(HttpClient http, Call call, HttpRequest request) {
        if (Thread.currentThread().isInterrupted()) {
            return new Reply.NotSent(Problem.of(Reason.GITLAB_TIMEOUT, call.where(), "interrupted"));
        }
        calls.increment();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BODY_BYTES));
        try {
            return answered(answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            return Faults.of(call, address, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException _) {
            return abandoned(answer, call, timeout.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return abandoned(answer, call, "interrupted");
        }
    }

    private Reply answered(HttpResponse<byte[]> response) {
        clock.see(response.headers());
        return new Reply.Answered(Answer.of(response.statusCode(), response.headers(), response.body()));
    }

    private static Reply abandoned(CompletableFuture<?> answer, Call call, String why) {
        answer.cancel(true);
        return new Reply.Lost(Problem.of(Reason.GITLAB_TIMEOUT, call.where(), why));
    }
}
