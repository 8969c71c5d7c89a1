package dev.koshin.e2e.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page that readers follow, as its blocks of code.
 *
 * <p>After the language, a block may say more, which readers do not see: {@code file=NAME}, what the reader writes into
 * that file; {@code more=NAME}, what is added to it; {@code background}, a program that runs while the reader goes on;
 * {@code ends=N}, another end than 0; {@code example}, what only shows how something looks: a text that no program of
 * the page prints, a command for a checkout.
 */
record Guide(String name, String language, List<Block> blocks) {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern OPENING = Pattern.compile(" *```(\\S.*)");
    private static final Pattern CLOSING = Pattern.compile(" *```\\s*");

    /** Code between fences, and the words of its opening fence. */
    record Block(List<String> words, List<String> lines) {
        boolean is(String word) {
            return words.contains(word);
        }

        /** What stands after {@code key} and an equals sign. */
        Optional<String> value(String key) {
            return words.stream()
                    .filter(word -> word.startsWith(key + "="))
                    .map(word -> word.substring(key.length() + 1))
                    .findFirst();
        }

        String text() {
            return String.join("\n", lines) + "\n";
        }
    }

    /** The page {@code name}, such as {@code howto/renew-organizations}. */
    static Guide of(String name, String language) {
        try {
            return new Guide(
                    name,
                    language,
                    blocks(Files.readAllLines(DOCS.resolve(language).resolve(name + ".md"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Block> blocks(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        Optional<Block> open = Optional.empty();
        for (String line : lines) {
            if (open.isEmpty()) {
                open = Optional.of(OPENING.matcher(line))
                        .filter(matcher -> matcher.matches())
                        .map(found -> new Block(List.of(found.group(1).split(" ", -1)), new ArrayList<>()));
            } else if (CLOSING.matcher(line).matches()) {
                blocks.add(open.get());
                open = Optional.empty();
            } else {
                open.get().lines().add(line.strip().isEmpty() ? "" : line);
            }
        }
        return blocks;
    }

    /** The lines that programs print, as the page quotes them. */
    Stream<String> quoted() {
        return blocks.stream()
                .filter(block -> block.is("text") && !block.is("example"))
                .flatMap(block -> block.lines().stream())
                .filter(line -> !line.isBlank());
    }
}
