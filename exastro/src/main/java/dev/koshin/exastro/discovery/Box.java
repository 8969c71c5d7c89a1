package dev.koshin.exastro.discovery;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A container of a compose project.
 *
 * @param service as the project calls it
 * @param name as the engine calls it
 * @param project the folder of its project
 * @param onHost whether it has this host's network instead of one of its own
 */
record Box(String service, String name, Path project, boolean runs, boolean onHost, List<Published> ports) {
    /**
     * A port that this host passes on.
     *
     * @param inside the container
     * @param address of this host, empty or {@code 0.0.0.0} for all of them
     */
    record Published(int inside, String address, int outside) {
        /** Where a program on this host finds it. */
        String host() {
            return address.isEmpty() || address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
        }
    }

    Box {
        ports = List.copyOf(ports);
    }

    /** How this host passes on the port {@code inside}. */
    Optional<Published> published(int inside) {
        return onHost
                ? Optional.of(new Published(inside, "", inside))
                : ports.stream().filter(port -> port.inside() == inside).findFirst();
    }
}
