package dev.koshin.exastro.discovery;

import dev.koshin.apply.compose.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where Koshin runs.
 *
 * @param here the working directory
 * @param homes of this user, and then of who called sudo
 * @param environment of this process
 * @param engines by their names, {@code docker} and {@code podman}
 */
public record Surroundings(Path here, List<Path> homes, Map<String, String> environment, Map<String, Engine> engines) {
    /** Copies everything but the order of the engines. */
    public Surroundings {
        homes = List.copyOf(homes);
        environment = Map.copyOf(environment);
    }
}
