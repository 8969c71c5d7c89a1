package dev.koshin.app.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code 365d}, {@code 24h}, {@code 30m}, {@code 45s} and the ISO form {@code PT1H30M}. */
final class Durations {
    private static final int MOST_DIGITS = 9;

    private Durations() {}

    /** Empty if {@code text} is no duration. */
    static Optional<Duration> parse(String text) {
        if (text.startsWith("P")) {
            return iso(text);
        }
        String digits = text.isEmpty() ? "" : text.substring(0, text.length() - 1);
        boolean number = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(Durations::isDigit);
        return number ? of(Long.parseLong(digits), text.charAt(text.length() - 1)) : Optional.empty();
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static Optional<Duration> of(long amount, char unit) {
        return switch (unit) {
            case 'd' -> Optional.of(Duration.ofDays(amount));
            case 'h' -> Optional.of(Duration.ofHours(amount));
            case 'm' -> Optional.of(Duration.ofMinutes(amount));
            case 's' -> Optional.of(Duration.ofSeconds(amount));
            default -> Optional.empty();
        };
    }

    private static Optional<Duration> iso(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
