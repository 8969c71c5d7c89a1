package dev.koshin.issuer.gitlabrails;

import dev.koshin.process.Command;
import dev.koshin.process.Ended;
import dev.koshin.process.Runner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs every script at the simulator, whatever program would lead to it, and remembers the commands. */
final class SimulatedRails implements Runner {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final List<Command> commands = new CopyOnWriteArrayList<>();

    private final URI simulator;
    private final UnaryOperator<Ended> change;

    SimulatedRails(URI simulator) {
        this(simulator, UnaryOperator.identity());
    }

    /** {@code change} is what becomes of the answer of a script on its way. */
    SimulatedRails(URI simulator, UnaryOperator<Ended> change) {
        this.simulator = simulator;
        this.change = change;
    }

    @Override
    public Ended run(Command command) {
        commands.add(command);
        return command.input()
                .map(input -> change.apply(posted(command.argv().getLast(), input.reveal(text -> text))))
                .orElseGet(() -> new Ended.Exited(0, "/opt/gitlab/bin/gitlab-rails\n", ""));
    }

    private Ended posted(String script, String stdin) {
        String body = JsonMapper.shared().writeValueAsString(Map.of("script", script, "stdin", stdin));
        HttpRequest request = HttpRequest.newBuilder(simulator.resolve("/control/rails"))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            JsonNode ended = JsonMapper.shared()
                    .readTree(HTTP.send(request, BodyHandlers.ofString()).body());
            return new Ended.Exited(
                    ended.path("exitCode").intValue(),
                    ended.path("stdout").stringValue(),
                    ended.path("stderr").stringValue());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
