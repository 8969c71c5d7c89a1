package dev.koshin.simulator.recordings;

import dev.koshin.simulator.Simulator;
import dev.koshin.simulator.SimulatorOptions;
import dev.koshin.simulator.recordings.Exchange.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Sends the requests of one recording to a fresh simulator, at the simulated time of the recording. */
final class Replay implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Ids ids = new Ids();
    private final Callers callers;
    private final Simulator simulator;

    private Replay(Installation installation, String profile, Instant start) {
        callers = new Callers(installation);
        simulator = Simulator.start(SimulatorOptions.defaults()
                .withProfile(profile)
                .withExternalUrl(URI.create("http://recorded.example.test"))
                .withSeed(installation.seed())
                .withClockStart(start));
    }

    /** What became of one exchange. */
    sealed interface Outcome {
        /** Sent; without differences the simulator answers as recorded. */
        record Compared(Exchange exchange, List<Difference> differences) implements Outcome {}

        /** Not sent. */
        record Skipped(Exchange exchange) implements Outcome {}
    }

    /** @param profile of the simulator */
    static List<Outcome> run(Cassette cassette, Installation installation, String profile) {
        Instant start = cassette.exchanges().getFirst().answer().date();
        try (Replay replay = new Replay(installation, profile, start)) {
            List<Outcome> outcomes = new ArrayList<>();
            cassette.exchanges().forEach(exchange -> outcomes.add(replay.outcome(exchange)));
            return outcomes;
        }
    }

    private Outcome outcome(Exchange exchange) {
        if (ServiceAccounts.administer(exchange)) {
            return new Outcome.Skipped(exchange);
        }
        advanceTo(exchange.answer().date());
        Answer answer = send(request(exchange));
        ids.learn(exchange, answer);
        callers.learn(exchange, answer);
        return new Outcome.Compared(exchange, Comparison.of(exchange.answer(), answer));
    }

    /** Never back: recorded times have whole seconds, and what was made before must not lie in the future. */
    private void advanceTo(Instant time) {
        if (time.isAfter(simulator.control().now())) {
            simulator.control().setClock(time);
        }
    }

    private HttpRequest request(Exchange exchange) {
        String target = ids.translate(ServiceAccounts.asUser(exchange.target()));
        BodyPublisher body = exchange.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.uri() + "/api/v4" + target))
                .method(exchange.method(), body)
                .header("PRIVATE-TOKEN", callers.tokenFor(exchange));
        exchange.body().ifPresent(_ -> request.header("Content-Type", "application/json"));
        return request.build();
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            TreeMap<String, List<String>> headers = new TreeMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            return new Answer(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        simulator.close();
    }
}
