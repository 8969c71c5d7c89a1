package dev.koshin.issuer;

import dev.koshin.model.RenewalId;
import dev.koshin.spi.TokenRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of every token that Koshin makes: {@code koshin exastro/root 0123456789abcdef}. */
public final class TokenName {
    private static final String START = "koshin ";
    private static final int LONGEST_CREDENTIAL = 180;
    private static final Pattern MARKED = Pattern.compile(START + ".* ([0-9a-hjkmnp-tv-z]{16})");

    private TokenName() {}

    /** The credential is cut, the marker never: it is what a lost token is found by. */
    public static String of(TokenRequest request) {
        String credential = request.credential().value();
        int end = Math.min(LONGEST_CREDENTIAL, credential.length());
        boolean halved = end < credential.length() && Character.isLowSurrogate(credential.charAt(end));
        return START + credential.substring(0, halved ? end - 1 : end) + " " + request.marker();
    }

    /** Whether it begins like one of these names. */
    public static boolean koshins(String name) {
        return name.startsWith(START);
    }

    /** The renewal that a name of this shape says the token was made by. */
    public static Optional<RenewalId> marker(String name) {
        Matcher matcher = MARKED.matcher(name);
        return matcher.matches() ? Optional.of(new RenewalId(matcher.group(1))) : Optional.empty();
    }
}
