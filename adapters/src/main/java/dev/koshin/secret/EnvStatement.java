package dev.koshin.secret;

import java.util.Optional;

/**
 * One assignment of a {@code .env} file, and whether {@code docker compose} and {@code sh} both read it in the same
 * way.
 *
 * @param line from 1, where it begins
 * @param name everything left of the separator, without {@code export}
 * @param body between the quotes, or up to the end of the line
 * @param tail after the closing quote
 */
record EnvStatement(int line, String name, char separator, Style style, String body, String tail) {
    private static final String COMMENT = " #";
    private static final String SPECIAL_TO_SH = "\"'\\;&|<>()";

    /** How the value is written. */
    enum Style {
        PLAIN,
        SINGLE,
        DOUBLE,
        /** A quote that never ends. */
        OPEN
    }

    boolean names(String key) {
        return name.strip().equals(key);
    }

    boolean isOpen() {
        return style == Style.OPEN;
    }

    /** The value without quotes and comment; only to be trusted without a {@link #flaw}. */
    String value() {
        if (style != Style.PLAIN) {
            return body;
        }
        int comment = body.indexOf(COMMENT);
        return (comment < 0 ? body : body.substring(0, comment)).stripTrailing();
    }

    /** Why one of the two would read something else, going on after "line 7"; empty if they agree. */
    Optional<String> flaw() {
        if (separator != '=') {
            return Optional.of("has a colon instead of an equals sign");
        }
        if (!name.equals(name.strip())) {
            return Optional.of("has a space before the equals sign");
        }
        return style == Style.PLAIN ? flawOfPlain(value()) : flawOfQuoted();
    }

    private static Optional<String> flawOfPlain(String value) {
        if (!value.equals(value.stripLeading())) {
            return Optional.of("has a space after the equals sign");
        }
        if (value.chars().anyMatch(Character::isWhitespace)) {
            return Optional.of("has a space in its value, but no quotes");
        }
        if (value.chars().anyMatch(c -> SPECIAL_TO_SH.indexOf(c) >= 0) || startsWithTilde(value)) {
            return Optional.of("has a character that means something to sh, but no quotes");
        }
        return flawOfReference(value);
    }

    private static boolean startsWithTilde(String value) {
        return value.startsWith("~") || value.contains(":~");
    }

    private Optional<String> flawOfQuoted() {
        String comment = tail.stripLeading();
        if (!comment.isEmpty() && (comment.equals(tail) || !comment.startsWith("#"))) {
            return Optional.of("goes on after the closing quote");
        }
        if (body.indexOf('\\') >= 0) {
            return Optional.of("has a backslash, which docker compose and sh read differently");
        }
        return style == Style.DOUBLE ? flawOfReference(body) : Optional.empty();
    }

    private static Optional<String> flawOfReference(String value) {
        return value.indexOf('$') >= 0 || value.indexOf('`') >= 0
                ? Optional.of("refers to another variable or a command")
                : Optional.empty();
    }

    /** The value must not be printed. */
    @Override
    public String toString() {
        return name + separator + "****";
    }
}
