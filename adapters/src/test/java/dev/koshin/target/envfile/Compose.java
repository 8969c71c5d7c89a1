package dev.koshin.target.envfile;

import dev.koshin.file.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The real docker compose, where it is installed. */
final class Compose {
    private static final String PROJECT = "services: { s: { image: i, environment: { KEY: \"${KEY}\" } } }\n";

    private Compose() {}

    static boolean isHere() {
        return Shell.output(List.of("docker", "compose", "version")).isPresent();
    }

    /** What it takes for the value of the key in {@code file}. */
    static Optional<String> reads(Path file) {
        try {
            Path project = file.resolveSibling("compose.yaml");
            Files.writeString(project, PROJECT.replace("KEY", Delivered.KEY));
            // without the environment, which beats the file
            List<String> command = List.of(
                    "env", "-i", "PATH=" + System.getenv("PATH"), "docker", "compose", "-f", project.toString());
            return Shell.output(join(command, "--env-file", file.toString(), "config", "--format", "json"))
                    .map(json -> new JsonMapper()
                            .readTree(json)
                            .at("/services/s/environment/" + Delivered.KEY)
                            .asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> join(List<String> command, String... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toList();
    }
}
