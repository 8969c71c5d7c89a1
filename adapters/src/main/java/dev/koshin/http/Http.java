package dev.koshin.http;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLContext;

/** Exchanges with one server over HTTP/1.1: a request out, an answer or a fault in. Follows no redirect. */
public final class Http implements AutoCloseable {
    /** A page of 100 tokens has some 40 kB; who sends more than this is not GitLab. */
    private static final long LARGEST_BODY_BYTES = 8L << 20;

    private final HttpOptions options;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Effect<HttpClient> client;
    private final LongAdder calls = new LongAdder();

    /** Makes no call. A bundle of certificates that cannot be read shows in the ending of every exchange. */
    public Http(HttpOptions options) {
        this.options = options;
        this.client = Trust.context(options.base(), options.caCertificate()).map(this::client);
    }

    /** The server's address without a slash at its end. */
    public String address() {
        return options.address();
    }

    /** How many requests were sent. */
    public long calls() {
        return calls.sum();
    }

    /** Sends {@code request}; {@code where} names it in problems. */
    public Exchange send(HttpRequest request, String where) {
        return switch (client) {
            case Effect.Done<HttpClient>(HttpClient http) -> send(http, request, where);
            case Effect.Refused<HttpClient>(Problem problem) -> new Exchange.NotSent(problem);
            case Effect.Unclear<HttpClient>(Problem problem) -> new Exchange.NotSent(problem);
        };
    }

    /** The client's own timeout ends with the headers, so that a body could drip for ever; this one covers the body. */
    private Exchange send(HttpClient http, HttpRequest request, String where) {
        if (Thread.currentThread().isInterrupted()) {
            return new Exchange.NotSent(Problem.of(Reason.GITLAB_TIMEOUT, where, "interrupted"));
        }
        calls.increment();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BODY_BYTES));
        try {
            return new Exchange.Answered(answer.get(options.requestTimeout().toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            return Faults.of(where, address(), e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException _) {
            return abandoned(answer, where, options.requestTimeout().toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return abandoned(answer, where, "interrupted");
        }
    }

    private static Exchange abandoned(CompletableFuture<?> answer, String where, String why) {
        answer.cancel(true);
        return new Exchange.Lost(Problem.of(Reason.GITLAB_TIMEOUT, where, why));
    }

    /** Cuts what is still under way. */
    @Override
    public void close() {
        if (client instanceof Effect.Done<HttpClient>(HttpClient http)) {
            http.shutdownNow();
            http.close();
        }
        threads.close();
    }

    private HttpClient client(SSLContext trust) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.connectTimeout())
                .executor(threads)
                .sslContext(trust);
        return builder.proxy(new Proxies(System::getenv)
                        .before(options.base(), options.proxy())
                        .map(ProxySelector::of)
                        .orElse(HttpClient.Builder.NO_PROXY))
                .build();
    }
}
