package dev.koshin.exastro.discovery;

import dev.koshin.apply.compose.Engine;
import dev.koshin.process.Command;
import dev.koshin.process.Ended;
import dev.koshin.process.Runner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a container engine for the containers of Exastro. It only lists and inspects, and no environment is read. */
final class ContainerSearch {
    private static final Duration TO_ANSWER = Duration.ofSeconds(15);
    private static final int LONGEST_REASON = 160;

    /** One line of JSON for each container, without its environment, which is full of passwords. */
    private static final String FORMAT = "{\"name\":{{json .Name}},\"labels\":{{json .Config.Labels}},"
            + "\"network\":{{json .HostConfig.NetworkMode}},\"status\":{{json .State.Status}},"
            + "\"ports\":{{json .NetworkSettings.Ports}},\"bound\":{{json .HostConfig.PortBindings}}}";

    private final Runner runner;

    ContainerSearch(Runner runner) {
        this.runner = runner;
    }

    /** The containers of {@code services}, of all projects. */
    Look<List<Box>> of(Engine engine, List<String> services) {
        List<String> ids = new ArrayList<>();
        for (String service : services) {
            Look<String> answer = asked(
                    engine,
                    List.of(
                            "ps",
                            "--all",
                            "--quiet",
                            "--no-trunc",
                            "--filter",
                            "label=com.docker.compose.service=" + service));
            if (answer instanceof Look.Unseen<String>(String why)) {
                return new Look.Unseen<>(why);
            }
            answer.value().stream().flatMap(String::lines).map(String::strip).forEach(ids::add);
        }
        ids.removeIf(String::isEmpty);
        return ids.isEmpty() ? new Look.Seen<>(List.of()) : inspected(engine, ids);
    }

    private Look<List<Box>> inspected(Engine engine, List<String> ids) {
        List<String> words = new ArrayList<>(List.of("inspect", "--type", "container", "--format", FORMAT));
        words.addAll(ids);
        return asked(engine, words).flatMap(ContainerSearch::read);
    }

    private static Look<List<Box>> read(String lines) {
        try {
            return new Look.Seen<>(lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> box(JsonMapper.shared().readTree(line)))
                    .toList());
        } catch (JacksonException _) {
            return new Look.Unseen<>("an answer that is no JSON");
        }
    }

    private static Box box(JsonNode json) {
        JsonNode labels = json.path("labels");
        return new Box(
                labels.path("com.docker.compose.service").asString(""),
                json.path("name").asString("").replaceFirst("^/", ""),
                Path.of(labels.path("com.docker.compose.project.working_dir").asString("")),
                json.path("status").asString("").equals("running"),
                json.path("network").asString("").equals("host"),
                Stream.concat(ports(json.path("ports")), ports(json.path("bound")))
                        .toList());
    }

    /** {@code {"40080/tcp":[{"HostIp":"0.0.0.0","HostPort":"40080"}]}}; null where nothing is published. */
    private static Stream<Box.Published> ports(JsonNode ports) {
        return ports.properties().stream()
                .filter(port -> port.getKey().matches("[0-9]{1,5}/tcp"))
                .flatMap(port -> StreamSupport.stream(port.getValue().spliterator(), false)
                        .filter(one -> one.path("HostPort").asString("").matches("[1-9][0-9]{0,4}"))
                        .map(one -> new Box.Published(
                                Integer.parseInt(port.getKey().replace("/tcp", "")),
                                one.path("HostIp").asString(""),
                                Integer.parseInt(one.path("HostPort").asString("")))));
    }

    private Look<String> asked(Engine engine, List<String> words) {
        Command command = Command.of(
                Stream.concat(engine.program().stream(), words.stream()).toList(), TO_ANSWER);
        for (var variable : engine.environment().entrySet()) {
            command = command.with(variable.getKey(), variable.getValue());
        }
        return switch (runner.run(command)) {
            case Ended.Exited(int status, String out, String err) ->
                status == 0 ? new Look.Seen<>(out) : new Look.Unseen<>(excerpt(status, err));
            case Ended.NotStarted _ -> new Look.Unseen<>("not installed");
            case Ended.TimedOut(Duration limit) -> new Look.Unseen<>("no answer in " + limit.toSeconds() + " s");
            case Ended.Interrupted _ -> new Look.Unseen<>("interrupted");
        };
    }

    /** What an engine complains about is its daemon and its rights; none of what was asked is a secret. */
    private static String excerpt(int status, String err) {
        String last = err.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce("exit status " + status, (_, line) -> line);
        return last.length() <= LONGEST_REASON ? last : last.substring(0, LONGEST_REASON);
    }
}
