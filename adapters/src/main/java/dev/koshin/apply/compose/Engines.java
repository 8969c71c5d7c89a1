package dev.koshin.apply.compose;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.process.Command;
import dev.koshin.process.Ended;
import dev.koshin.process.Excerpts;
import dev.koshin.process.Runner;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the container engine. */
final class Engines {
    /** An engine that is asked for a list answers at once. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Engine engine;
    private final Path directory;
    private final Runner runner;

    Engines(Engine engine, Path directory, Runner runner) {
        this.engine = engine;
        this.directory = directory;
        this.runner = runner;
    }

    /** The containers of {@code service} in this project, running or not; a service without any is no failure. */
    Effect<List<Container>> of(String service) {
        List<String> list = words(
                "ps", "--all", "--quiet", "--no-trunc", "--filter", "label=com.docker.compose.service=" + service);
        return asked(service, list)
                .map(out -> out.lines()
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList())
                .flatMap(ids -> ids.isEmpty() ? new Effect.Done<>(List.of()) : inspected(service, ids));
    }

    private Effect<List<Container>> inspected(String service, List<String> ids) {
        List<String> words = new ArrayList<>(words("inspect", "--type", "container"));
        words.addAll(ids);
        return asked(service, words).flatMap(out -> read(service, out));
    }

    private Effect<List<Container>> read(String service, String out) {
        try {
            List<Container> all = new ArrayList<>();
            for (JsonNode json : JSON.readTree(out)) {
                all.add(Container.of(json));
            }
            return new Effect.Done<>(all.stream().filter(this::ours).toList());
        } catch (JacksonException _) {
            return unanswered(service, "an answer that is no JSON");
        }
    }

    /** Another project on this machine may have a service of the same name. */
    private boolean ours(Container container) {
        return container.project().toString().isEmpty()
                || real(container.project()).equals(real(directory));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) {
            return path.toAbsolutePath().normalize();
        }
    }

    private Effect<String> asked(String service, List<String> words) {
        return asked(service, words, TO_ANSWER);
    }

    private Effect<String> asked(String what, List<String> words, Duration limit) {
        return switch (runner.run(command(words, limit))) {
            case Ended.Exited(int status, String out, String err) ->
                status == 0 ? new Effect.Done<>(out) : unanswered(what, status + " " + Excerpts.last(err));
            case Ended.NotStarted(String why) -> unanswered(what, why);
            case Ended.TimedOut(Duration time) -> unanswered(what, "no answer in " + time.toSeconds() + " s");
            case Ended.Interrupted _ -> unanswered(what, "interrupted");
        };
    }

    /** What a program in a running container writes; a container without that program is a refusal. */
    Effect<String> ask(String container, List<String> program, Duration limit) {
        List<String> words = new ArrayList<>(words("exec", container));
        words.addAll(program);
        return asked(container, words, limit);
    }

    private static <T> Effect<T> unanswered(String service, String why) {
        return new Effect.Refused<>(Problem.of(Reason.ENGINE_UNREACHABLE, service, why));
    }

    private List<String> words(String... more) {
        return Stream.concat(engine.program().stream(), Arrays.stream(more)).toList();
    }

    /** A call in the project's directory. Compose believes variables more than the {@code .env}, so they go. */
    Command command(List<String> words, Duration limit) {
        Command command = Command.of(words, limit).in(directory).without("GITLAB_");
        for (var variable : engine.environment().entrySet()) {
            command = command.with(variable.getKey(), variable.getValue());
        }
        return command;
    }
}
