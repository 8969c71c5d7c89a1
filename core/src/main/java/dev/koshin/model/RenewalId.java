package dev.koshin.model;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names one renewal of one credential: 16 characters of {@code 0-9a-z} without {@code i l o u}, 80 random bits.
 *
 * <p>It is written into the name of every token that the renewal makes, so that a token whose value was lost can be
 * found at GitLab and revoked. GitLab's {@code search} finds it by "contains".
 */
public record RenewalId(String value) implements Comparable<RenewalId> {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 16;
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    public RenewalId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a renewal id: " + value);
        }
    }

    /** A new id; {@code random} must be a strong source in production. */
    public static RenewalId random(RandomGenerator random) {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new RenewalId(id.toString());
    }

    /** Whether a token of this name was made by this renewal. */
    public boolean marks(String tokenName) {
        return tokenName.contains(value);
    }

    @Override
    public int compareTo(RenewalId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
