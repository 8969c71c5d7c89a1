package dev.koshin.file.env;

/**
 * Space and tab. Java, docker compose and {@code sh} each have other ideas of further blanks, such as the wide one of
 * Japanese texts, which {@code sh} takes for a letter.
 */
final class Blanks {
    private Blanks() {}

    static boolean is(char character) {
        return character == ' ' || character == '\t';
    }

    static boolean only(String text) {
        return stripLeading(text).isEmpty();
    }

    static String strip(String text) {
        return stripLeading(stripTrailing(text));
    }

    static String stripLeading(String text) {
        int from = 0;
        while (from < text.length() && is(text.charAt(from))) {
            from++;
        }
        return text.substring(from);
    }

    static String stripTrailing(String text) {
        int to = text.length();
        while (to > 0 && is(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(0, to);
    }
}
