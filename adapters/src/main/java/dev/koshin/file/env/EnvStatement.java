package dev.koshin.file.env;

import dev.koshin.file.Piece;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One assignment of a {@code .env} file, and whether {@code docker compose} and {@code sh} both read it in the same
 * way.
 *
 * @param line from 1, where it begins
 * @param name everything left of the separator, without {@code export}
 * @param body between the quotes, or up to the end of the line
 * @param tail after the closing quote
 */
public record EnvStatement(int line, String name, char separator, Style style, Piece body, String tail) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String COMMENT = " #";
    private static final String SPECIAL_TO_SH = "\"'\\;&|<>()";

    /** How the value is written. */
    public enum Style {
        PLAIN,
        SINGLE,
        DOUBLE,
        /** A quote that never ends. */
        OPEN
    }

    /** Whether it assigns to {@code key}. */
    public boolean names(String key) {
        return Blanks.strip(name).equals(key);
    }

    boolean isOpen() {
        return style == Style.OPEN;
    }

    /** The value without quotes and comment; only to be trusted without a {@link #flaw}. */
    public String value() {
        return content().text();
    }

    /** The value without quotes and comment, and where it stands. */
    public Piece content() {
        if (style != Style.PLAIN) {
            return body;
        }
        int comment = body.text().indexOf(COMMENT);
        String value = comment < 0 ? body.text() : body.text().substring(0, comment);
        return new Piece(body.from(), Blanks.stripTrailing(value));
    }

    /** Why one of the two would read something else, going on after "line 7"; empty if they agree. */
    public Optional<String> flaw() {
        return split().or(() -> style == Style.PLAIN ? flawOfPlain(value()) : flawOfQuoted());
    }

    /**
     * Why one of the two would stop here, or go on somewhere else than the other, so that they may disagree about every
     * statement of the file.
     */
    Optional<String> split() {
        if (separator != '=') {
            return Optional.of("has a colon instead of an equals sign");
        }
        if (!name.equals(Blanks.strip(name))) {
            return Optional.of("has a space before the equals sign");
        }
        if (!NAME.matcher(name).matches()) {
            return Optional.of("has a name that sh does not take");
        }
        return switch (style) {
            case OPEN -> Optional.of("never closes its quote");
            case PLAIN -> splitOfPlain(value());
            case SINGLE, DOUBLE -> splitOfQuoted();
        };
    }

    private Optional<String> splitOfPlain(String value) {
        boolean spaced = !Blanks.only(body.text()) && Blanks.is(body.text().charAt(0));
        if (spaced) {
            return Optional.of("has a space after the equals sign");
        }
        if (value.chars().anyMatch(c -> Blanks.is((char) c))) {
            return Optional.of("has a space in its value, but no quotes");
        }
        if (value.chars().anyMatch(c -> SPECIAL_TO_SH.indexOf(c) >= 0)) {
            return Optional.of("has a character that means something to sh, but no quotes");
        }
        return commanding(value) ? reference() : Optional.empty();
    }

    private Optional<String> splitOfQuoted() {
        String comment = Blanks.stripLeading(tail);
        if (!comment.isEmpty() && (comment.equals(tail) || !comment.startsWith("#"))) {
            return Optional.of("goes on after the closing quote");
        }
        if (body.text().endsWith("\\")) {
            return Optional.of("has a backslash before its closing quote");
        }
        return style == Style.DOUBLE && commanding(body.text()) ? reference() : Optional.empty();
    }

    private static boolean commanding(String value) {
        return value.indexOf('`') >= 0 || value.contains("$(");
    }

    private static Optional<String> flawOfPlain(String value) {
        if (value.startsWith("~") || value.contains(":~")) {
            return Optional.of("has a character that means something to sh, but no quotes");
        }
        // docker compose strips more kinds of blanks than sh
        return value.chars().anyMatch(c -> c > '~')
                ? Optional.of("has a character outside of ASCII, but no quotes")
                : flawOfReference(value);
    }

    private Optional<String> flawOfQuoted() {
        if (body.text().indexOf('\\') >= 0) {
            return Optional.of("has a backslash, which docker compose and sh read differently");
        }
        return style == Style.DOUBLE ? flawOfReference(body.text()) : Optional.empty();
    }

    private static Optional<String> flawOfReference(String value) {
        return value.indexOf('$') >= 0 || value.indexOf('`') >= 0 ? reference() : Optional.empty();
    }

    private static Optional<String> reference() {
        return Optional.of("refers to another variable or a command");
    }

    /** The value must not be printed. */
    @Override
    public String toString() {
        return name + separator + "****";
    }
}
