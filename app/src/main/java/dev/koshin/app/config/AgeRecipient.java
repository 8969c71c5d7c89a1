package dev.koshin.app.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Checks recipients of the age format: Bech32 (BIP 173) with the prefix {@code age}, and 32 bytes. By hand, so that the
 * library that seals is not loaded to read a configuration.
 */
final class AgeRecipient {
    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final Pattern SHAPE = Pattern.compile("age1[" + ALPHABET + "]{58}");
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};

    private AgeRecipient() {}

    /** Why {@code text} is no recipient; empty if it is one. */
    static Optional<String> problem(String text) {
        if (text.toUpperCase(Locale.ROOT).startsWith("AGE-SECRET-KEY-")) {
            return Optional.of("is the secret key: write the public one, which begins with age1, and make a new pair");
        }
        if (!SHAPE.matcher(text).matches()) {
            return Optional.of("is no age recipient, as age-keygen prints it: age1 and 58 characters");
        }
        return checksum(text) == 1 ? Optional.empty() : Optional.of("has a wrong checksum: a character differs");
    }

    /** Over the prefix, first its high bits and then its low bits, and over the data. */
    private static int checksum(String text) {
        String prefix = "age";
        IntStream values = IntStream.concat(
                IntStream.concat(
                        prefix.chars().map(c -> c >> 5),
                        IntStream.concat(IntStream.of(0), prefix.chars().map(c -> c & 31))),
                text.substring(prefix.length() + 1).chars().map(ALPHABET::indexOf));
        return values.reduce(1, AgeRecipient::step);
    }

    private static int step(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= (top >> i & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }
}
