package dev.koshin.file;

import java.util.regex.Pattern;

/** The characters that every reader of a file takes for themselves: a shell, docker compose, YAML, a template. */
public final class SafeCharacters {
    /** For people: which ones. */
    public static final String NAMES = "A-Z a-z 0-9 _ . -";

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_.-]+");

    private SafeCharacters() {}

    /** Whether {@code value} consists of them, and of one at least. */
    public static boolean only(String value) {
        return SAFE.matcher(value).matches();
    }
}
