package dev.koshin.issuer;

import java.util.regex.Pattern;

/** Makes a foreign text fit for a message: one line, at most 200 characters, nothing in it that looks like a token. */
public final class Excerpt {
    private static final int LONGEST = 200;

    /** A known kind of GitLab token with its prefix, or 20 and more letters and digits that are not a word. */
    private static final Pattern TOKEN = Pattern.compile(
            "\\bgl[a-z]{2,6}-[0-9A-Za-z_.-]{16,}|(?=[a-z_-]*[0-9A-Z])[0-9A-Za-z_-]{20,}(?:\\.[0-9a-z.]+)?");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");

    private Excerpt() {}

    /** Masks before it cuts, so that no half of a token is left over. */
    public static String of(String text) {
        String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        String masked = TOKEN.matcher(line).replaceAll("****");
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST - 1) + "…";
    }
}
