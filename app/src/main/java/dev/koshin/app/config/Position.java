package dev.koshin.app.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * A place in a text.
 *
 * @param line from 1; 0 if there is none
 * @param column in characters from 1; 0 if there is none
 */
record Position(int line, int column) {
    /** Of problems that have no place in the file. */
    static final Position NONE = new Position(0, 0);

    static Position of(Optional<Mark> mark) {
        return mark.map(found -> new Position(found.getLine() + 1, found.getColumn() + 1))
                .orElse(NONE);
    }

    /** The place behind {@code text}. */
    static Position after(String text) {
        int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
        int begin = text.lastIndexOf('\n') + 1;
        return new Position(line, text.codePointCount(begin, text.length()) + 1);
    }
}
