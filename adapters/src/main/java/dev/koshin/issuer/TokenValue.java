package dev.koshin.issuer;

import java.util.regex.Pattern;

/**
 * The rule for a token's value: 1 to 512 visible ASCII characters without quotes.
 *
 * <p>GitLab's own formats have 20 to about 320 characters, but a value that was set by hand may be anything, and the
 * prefix is an instance setting that can be empty.
 */
public final class TokenValue {
    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e&&[^\"']]{1,512}");

    private TokenValue() {}

    public static boolean acceptable(String value) {
        return SHAPE.matcher(value).matches();
    }
}
