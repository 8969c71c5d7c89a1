package dev.koshin.apply.compose;

import java.util.List;
import java.util.Map;

/**
 * A container engine, by the words that call it.
 *
 * @param program lists and inspects containers
 * @param compose does what {@code docker compose} does
 * @param environment variables that both need
 */
public record Engine(List<String> program, List<String> compose, Map<String, String> environment) {
    /** Docker with its plug-in {@code compose}. */
    public static final Engine DOCKER = new Engine(List.of("docker"), List.of("docker", "compose"), Map.of());

    /** Copies everything. */
    public Engine {
        program = List.copyOf(program);
        compose = List.copyOf(compose);
        environment = Map.copyOf(environment);
    }

    /**
     * Podman without root, as Exastro uses it on RHEL: {@code docker-compose} over the socket of the user.
     *
     * @param runtime {@code XDG_RUNTIME_DIR}, such as {@code /run/user/1000}
     */
    public static Engine podman(String runtime) {
        return new Engine(
                List.of("podman"),
                List.of("podman", "unshare", "docker-compose"),
                Map.of("XDG_RUNTIME_DIR", runtime, "DOCKER_HOST", "unix://" + runtime + "/podman/podman.sock"));
    }
}
