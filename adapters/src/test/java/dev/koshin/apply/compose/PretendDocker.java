package dev.koshin.apply.compose;

import dev.koshin.process.Command;
import dev.koshin.process.Ended;
import dev.koshin.process.Runner;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A container engine in memory: a service gets the value of the project's file when it is recreated. */
final class PretendDocker implements Runner {
    /** One container, as {@code docker inspect} would tell. */
    record Box(String id, Path project, Map<String, String> environment, String status, String health, int restarts) {
        Box with(String newStatus, String newHealth, int newRestarts) {
            return new Box(id, project, environment, newStatus, newHealth, newRestarts);
        }
    }

    final Path project;
    final List<Command> commands = new ArrayList<>();
    final Map<String, Box> boxes = new LinkedHashMap<>();
    final Map<String, UnaryOperator<Box>> born = new HashMap<>();
    private final InstantSource clock;
    private final Map<String, Instant> started = new HashMap<>();
    private int made;
    String value;
    Ended engine = new Ended.Exited(0, "", "");

    PretendDocker(Path project, String value, InstantSource clock) {
        this.project = project;
        this.value = value;
        this.clock = clock;
    }

    Box box(String service) {
        return Optional.ofNullable(boxes.get(service)).orElseThrow();
    }

    void up(String service) {
        made++;
        String id = "%064x".formatted(made * 7919L);
        Map<String, String> environment = service.equals("gitlab")
                ? Map.of("GITLAB_POST_RECONFIGURE_SCRIPT", "curl -H \"PRIVATE-TOKEN: " + value + "\" http://x || (y)\n")
                : Map.of("GITLAB_ROOT_TOKEN", value, "TZ", "Asia/Tokyo");
        Box box = new Box(id, project, environment, "running", "", 0);
        boxes.put(service, born.getOrDefault(service, UnaryOperator.identity()).apply(box));
        started.put(id, clock.instant());
    }

    /** The calls that changed something. */
    List<List<String>> changes() {
        return commands.stream()
                .map(Command::argv)
                .filter(argv -> argv.contains("up") || argv.contains("setup.sh"))
                .toList();
    }

    @Override
    public Ended run(Command command) {
        commands.add(command);
        List<String> argv = command.argv();
        if (!(engine instanceof Ended.Exited(int status, var _, var _)) || status != 0) {
            return engine;
        }
        if (argv.contains("ps")) {
            String service = argv.getLast().substring("label=com.docker.compose.service=".length());
            return out(Optional.ofNullable(boxes.get(service)).stream()
                    .map(Box::id)
                    .collect(Collectors.joining("\n")));
        }
        if (argv.contains("inspect")) {
            return out(boxes.values().stream()
                    .filter(box -> argv.contains(box.id()))
                    .map(this::json)
                    .collect(Collectors.joining(",", "[", "]")));
        }
        if (argv.contains("setup.sh")) {
            List.copyOf(boxes.keySet()).forEach(this::up);
            return out("done");
        }
        up(argv.getLast());
        return out("");
    }

    private static Ended out(String text) {
        return new Ended.Exited(0, text, "");
    }

    private String json(Box box) {
        String environment = box.environment().entrySet().stream()
                .map(one -> "\"" + one.getKey() + "="
                        + one.getValue().replace("\"", "\\\"").replace("\n", "\\n") + "\"")
                .collect(Collectors.joining(","));
        String health = box.health().isEmpty() ? "" : ",\"Health\":{\"Status\":\"" + box.health() + "\"}";
        return """
                {"Id":"%s","RestartCount":%d,"State":{"Status":"%s","StartedAt":"%s"%s},
                 "Config":{"Env":[%s],"Labels":{"com.docker.compose.project.working_dir":"%s"}}}""".formatted(
                        box.id(),
                        box.restarts(),
                        box.status(),
                        started.getOrDefault(box.id(), clock.instant()),
                        health,
                        environment,
                        box.project());
    }
}
