package dev.koshin.simulator.rails.ruby;

/**
 * A word of a script.
 *
 * @param text without quotes, colons and brackets
 * @param line counts from 1
 */
record Lexeme(Kind kind, String text, int line) {
    /** What it is. */
    enum Kind {
        /** {@code name}, {@code save!}. */
        NAME,
        /** {@code User}. */
        CONSTANT,
        NUMBER,
        /** In double quotes, its escapes not yet read. */
        TEXT,
        /** In single quotes. */
        LITERAL,
        /** {@code %w[api sudo]}. */
        WORDS,
        /** {@code :api}. */
        SYMBOL,
        /** {@code name:}. */
        LABEL,
        SIGN,
        /** A line's end, or a semicolon. */
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
