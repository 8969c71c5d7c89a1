package dev.koshin.app.wiring;

import dev.koshin.app.config.ConfigFiles;
import dev.koshin.apply.compose.Engine;
import dev.koshin.exastro.discovery.Surroundings;
import dev.koshin.process.Command;
import dev.koshin.process.Ended;
import dev.koshin.secret.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where and as whom this process runs. */
final class ThisHost {
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private static final int HOME = 5;

    private ThisHost() {}

    static Home home() {
        return new Home(Path.of(System.getProperty("user.home")));
    }

    static Optional<Path> namedConfiguration() {
        return Optional.ofNullable(System.getenv(ConfigFiles.VARIABLE))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    static Surroundings surroundings() {
        Map<String, Engine> engines = new LinkedHashMap<>();
        // a docker that is podman in disguise shows the same containers, but has no compose of its own
        engines.put("podman", Engine.podman(Roots.runtime()));
        engines.put("docker", Engine.DOCKER);
        return new Surroundings(
                Path.of("").toAbsolutePath(),
                Stream.concat(Stream.of(home().directory()), behindSudo().stream())
                        .distinct()
                        .toList(),
                System.getenv(),
                engines);
    }

    /** The home of who called sudo: Exastro is installed by an ordinary user. */
    private static Optional<Path> behindSudo() {
        return Optional.ofNullable(System.getenv("SUDO_USER"))
                .filter(name -> name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*"))
                .flatMap(ThisHost::homeOf);
    }

    /** {@code name:x:1000:1000:comment:/home/name:/bin/bash}. */
    private static Optional<Path> homeOf(String user) {
        return Wiring.programs().run(Command.of(List.of("getent", "passwd", user), TO_ANSWER))
                        instanceof Ended.Exited(int _, String out, String _)
                ? Stream.of(out.strip().split(":", -1))
                        .skip(HOME)
                        .findFirst()
                        .filter(folder -> folder.startsWith("/"))
                        .map(Path::of)
                : Optional.empty();
    }
}
