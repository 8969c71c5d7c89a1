package dev.koshin.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.function.Function;

/** A token value or password that never prints itself. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Wraps {@code value}; blank values are refused because GitLab never issues them. */
    public static Secret of(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
        return new Secret(value);
    }

    /**
     * Hands the raw value to {@code use} and returns what {@code use} makes of it. The call sites are few, and named in
     * the architecture test.
     */
    public <T> T reveal(Function<String, T> use) {
        return use.apply(value);
    }

    /** The printable name of this value. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(value);
    }

    /** Number of characters. */
    public int length() {
        return value.length();
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(value.getBytes(UTF_8), secret.value.getBytes(UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "Secret[****]";
    }
}
