package dev.koshin.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages of this checkout. */
final class Pages {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path ENGLISH = ROOT.resolve("docs/en");
    static final Path JAPANESE = ROOT.resolve("docs/ja");

    private Pages() {}

    /** The names of the pages in {@code folder}, in order. */
    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page english(String name) {
        return Page.of(ENGLISH.resolve(name));
    }

    static Page japanese(String name) {
        return Page.of(JAPANESE.resolve(name));
    }

    /** All pages in both languages, and those beside them that people read first. */
    static Stream<Page> all() {
        return Stream.of(
                        names(ENGLISH).stream().map(ENGLISH::resolve),
                        names(JAPANESE).stream().map(JAPANESE::resolve),
                        names(ROOT.resolve("docs/decisions")).stream().map(ROOT.resolve("docs/decisions")::resolve),
                        Stream.of(
                                        "README.md",
                                        "README.ja.md",
                                        "CHANGELOG.md",
                                        "CONTRIBUTING.md",
                                        "SECURITY.md",
                                        "THREAT_MODEL.md",
                                        "docs/architecture.md")
                                .map(ROOT::resolve))
                .flatMap(files -> files)
                .map(Page::of);
    }
}
