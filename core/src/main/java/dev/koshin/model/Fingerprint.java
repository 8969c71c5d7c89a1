package dev.koshin.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names a token value without telling it: the first 12 hexadecimal digits of its SHA-256.
 *
 * <p>Safe to print, because token values carry at least 80 random bits. Two values share a fingerprint with a
 * probability of 2<sup>-48</sup>.
 */
public record Fingerprint(String value) implements Comparable<Fingerprint> {
    private static final int BYTES = 6;
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{12}");

    public Fingerprint {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a fingerprint: 12 hexadecimal digits are expected");
        }
    }

    static Fingerprint of(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
            return new Fingerprint(HexFormat.of().formatHex(digest, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(Fingerprint other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
