package dev.koshin.exastro.discovery;

import dev.koshin.exastro.RootToken;
import dev.koshin.exastro.discovery.Doors.Door;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that was asked about a compose project.
 *
 * @param env what its {@code .env} says
 * @param engines what each container engine shows of it
 * @param overriding variables of this process that compose believes more than the {@code .env}
 * @param database the door of the database, if one is open to this host
 */
record ComposeFacts(
        Path directory,
        Look<Settings> env,
        List<Containers> engines,
        List<String> overriding,
        Reached gitlab,
        Optional<Door> database) {
    private static final Set<String> WITH_GITLAB = Set.of("all", RootToken.GITLAB);

    ComposeFacts {
        engines = List.copyOf(engines);
        overriding = List.copyOf(overriding);
    }

    Path file() {
        return directory.resolve(".env");
    }

    Settings settings() {
        return env.value().orElse(Settings.NONE);
    }

    /** The engine that has containers of the project. */
    Optional<Containers> running() {
        return running(engines);
    }

    static Optional<Containers> running(List<Containers> engines) {
        return engines.stream().filter(one -> !one.boxes().isEmpty()).findFirst();
    }

    Optional<Box> box(String service) {
        return box(engines, service);
    }

    static Optional<Box> box(List<Containers> engines, String service) {
        return engines.stream()
                .flatMap(one -> one.boxes().stream())
                .filter(box -> box.service().equals(service))
                .findFirst();
    }

    /** Whether there is no GitLab at all. A file that cannot be read says nothing about it. */
    boolean withoutGitLab() {
        return env.value()
                .filter(known -> known.of(Settings.GITLAB_HOST, "").isEmpty())
                .isPresent();
    }

    boolean bundled() {
        return bundled(env, engines);
    }

    /** A container shows it; without one, the profiles do. A file that cannot be read leaves the usual case. */
    static boolean bundled(Look<Settings> env, List<Containers> engines) {
        return box(engines, RootToken.GITLAB).isPresent()
                || env.value().map(settings -> settings.profile(WITH_GITLAB)).orElse(true);
    }
}
