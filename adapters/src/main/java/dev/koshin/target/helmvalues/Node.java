package dev.koshin.target.helmvalues;

import dev.koshin.file.Piece;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * A value of the file, with all that is under it.
 *
 * @param path keys from the root on; entries of a list are {@code [0]}, {@code [1]}…
 * @param line from 1, of its key
 * @param content the characters that are the value of a scalar, without its quotes; empty for anything else
 */
record Node(List<String> path, NodeEvent event, int line, Piece content) {
    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");

    /** The scalar, if it is one. */
    Optional<ScalarEvent> scalar() {
        return event instanceof ScalarEvent scalar ? Optional.of(scalar) : Optional.empty();
    }

    Optional<Anchor> anchor() {
        return event.getAnchor();
    }

    /** Whether a scalar says that there is nothing. */
    static boolean isNull(ScalarEvent scalar) {
        return scalar.isPlain() && NULL.matcher(scalar.getValue()).matches();
    }

    static boolean isQuoted(ScalarEvent scalar) {
        return scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
                || scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
    }

    /** A key with a point in it is put into quotes, so that it cannot be taken for two. */
    static String joined(List<String> path) {
        return path.stream()
                .map(key -> key.contains(".") ? '"' + key + '"' : key)
                .collect(Collectors.joining("."));
    }

    /** The value must not be printed. */
    @Override
    public String toString() {
        return joined(path);
    }
}
