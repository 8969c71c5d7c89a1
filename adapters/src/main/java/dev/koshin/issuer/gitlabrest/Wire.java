package dev.koshin.issuer.gitlabrest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.http.Exchange;
import dev.koshin.http.Http;
import dev.koshin.issuer.TokenValue;
import dev.koshin.model.Problem;
import dev.koshin.model.Secret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;

/** One exchange with the API: a call out, a reply in. */
final class Wire {
    private final Http http;
    private final ServerClock clock;

    Wire(Http http, ServerClock clock) {
        this.http = http;
        this.clock = clock;
    }

    long calls() {
        return http.calls();
    }

    Reply exchange(Call call, Secret token) {
        return request(call, token)
                .map(request -> reply(http.send(request, call.where())))
                .orElseGet(Reply.Unpresentable::new);
    }

    private Reply reply(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Answered(HttpResponse<byte[]> response) -> answered(response);
            case Exchange.NotSent(Problem problem) -> new Reply.NotSent(problem);
            case Exchange.Lost(Problem problem) -> new Reply.Lost(problem);
        };
    }

    private Reply answered(HttpResponse<byte[]> response) {
        clock.see(response.headers());
        return new Reply.Answered(Answer.of(response.statusCode(), response.headers(), response.body()));
    }

    private Optional<HttpRequest> request(Call call, Secret token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(http.address() + Call.API + call.path() + call.query()))
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
}
