package dev.koshin.simulator.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the recordings are. */
final class Cassettes {
    private static final String NAME = "KOSHIN_CASSETTES";
    /** Tests run in the folder of their module. */
    private static final Path USUAL = Path.of("..", "..", "shared", "cassettes");

    private Cassettes() {}

    /** Empty when nobody named a folder and the usual one is not there. A named one has to be there. */
    static Optional<Path> folder() {
        Optional<Path> named = Optional.ofNullable(System.getProperty(NAME, System.getenv(NAME)))
                .filter(name -> !name.isEmpty())
                .map(Path::of);
        if (named.isPresent() && !Files.isDirectory(named.orElseThrow())) {
            throw new IllegalStateException(NAME + " is no folder: " + named.orElseThrow());
        }
        return named.or(() -> Optional.of(USUAL).filter(Files::isDirectory));
    }

    /** All of them, by path. */
    static List<Cassette> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> read(folder, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cassette read(Path folder, Path file) {
        try {
            return Cassette.read(folder, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
