package dev.koshin.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files of real installations, where somebody keeps some. They are no part of this project. */
public final class Fixtures {
    private static final String NAME = "KOSHIN_FIXTURES";
    /** Tests run in the folder of their module. */
    private static final Path USUAL = Path.of("..", "..", "shared", "fixtures");

    private Fixtures() {}

    /** Those whose name matches, by name; empty when nobody named a folder and the usual one is not there. */
    public static List<Path> named(String pattern) {
        return folder().map(folder -> in(folder, pattern)).orElse(List.of());
    }

    private static Optional<Path> folder() {
        Optional<Path> named = Optional.ofNullable(System.getProperty(NAME, System.getenv(NAME)))
                .filter(name -> !name.isEmpty())
                .map(Path::of);
        if (named.isPresent() && !Files.isDirectory(named.orElseThrow())) {
            throw new IllegalStateException(NAME + " is no folder: " + named.orElseThrow());
        }
        return named.or(() -> Optional.of(USUAL).filter(Files::isDirectory));
    }

    private static List<Path> in(Path folder, String pattern) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches(pattern))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
