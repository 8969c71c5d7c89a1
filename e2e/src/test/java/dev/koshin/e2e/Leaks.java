package dev.koshin.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for secrets where none may be: those that are named, as they are and in Base64, and whatever looks like a token
 * of GitLab, as a value that nobody kept cannot be named.
 */
final class Leaks {
    private static final Pattern TOKEN = Pattern.compile("glpat-[0-9A-Za-z_-]{4,}");

    /** What to look for, and what to call it, as a report of leaks must not leak. */
    private final Map<String, String> needles;

    Leaks(Collection<String> secrets) {
        this.needles = secrets.stream()
                .distinct()
                .flatMap(secret -> Stream.of(
                        Map.entry(secret, "value " + Manual.fingerprint(secret)),
                        Map.entry(
                                Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(UTF_8)),
                                "value " + Manual.fingerprint(secret) + " in Base64")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is found in {@code text}, and that it is in {@code where}. */
    List<String> in(String where, String text) {
        Stream<String> named = needles.entrySet().stream()
                .filter(needle -> text.contains(needle.getKey()))
                .map(Map.Entry::getValue);
        Stream<String> alike = TOKEN.matcher(text)
                .results()
                .map(found -> "something like a token, " + Manual.fingerprint(found.group()));
        return Stream.concat(named, alike).map(what -> where + ": " + what).toList();
    }

    /** What is found in any file of {@code folder}, those called {@code allowed} left out. */
    List<String> in(Path folder, Set<String> allowed) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !allowed.contains(file.getFileName().toString()))
                    .flatMap(file -> in(file.getFileName().toString(), read(file)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a file, one character for each, so that a database can be searched too. */
    static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
