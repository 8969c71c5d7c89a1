package dev.koshin.e2e.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** What {@code foreign-clients.sh} fetched, and what was there before. */
final class Fetched {
    private static final Path FOLDER = Path.of("target", "clients").toAbsolutePath();

    private Fetched() {}

    /** A fetched file or folder. Skips the test when it is not there. */
    static Path path(String first, String... more) {
        Path path = FOLDER.resolve(Path.of(first, more));
        assume(
                Files.exists(path),
                first + " was not fetched; e2e/src/test/sh/foreign-clients.sh does that, or says why");
        return path;
    }

    /** A program of this machine. Skips the test when there is none. */
    static Path program(String name) {
        Optional<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        assume(found.isPresent(), "no program " + name + " on this machine");
        return found.orElseThrow();
    }

    /** Copies a script of this package to {@code folder}. */
    static Path script(String name, Path folder) throws IOException {
        try (InputStream text = Objects.requireNonNull(Fetched.class.getResourceAsStream("/clients/" + name), name)) {
            return Files.writeString(folder.resolve(name), new String(text.readAllBytes(), UTF_8));
        }
    }

    /** Surefire does not print why a test was skipped. */
    private static void assume(boolean here, String otherwise) {
        if (!here) {
            System.out.println("skipped: " + otherwise);
        }
        Assumptions.assumeTrue(here, otherwise);
    }
}
