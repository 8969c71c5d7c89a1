package dev.koshin.process;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a program complained about, without anything that could be a secret. */
public final class Excerpts {
    private static final int LONGEST = 200;

    /** Tokens and passwords have digits and no spaces; so have image digests, which nobody misses. */
    private static final Pattern SECRET = Pattern.compile("(?=[^\\s]*[0-9])[A-Za-z0-9_.-]{12,}");

    private Excerpts() {}

    /** The last line that says something. */
    public static String last(String output) {
        Optional<String> line = output.lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .reduce((_, next) -> next);
        return line.map(text -> text.substring(0, Math.min(LONGEST, text.length())))
                .map(text -> SECRET.matcher(text).replaceAll("****"))
                .orElse("");
    }
}
