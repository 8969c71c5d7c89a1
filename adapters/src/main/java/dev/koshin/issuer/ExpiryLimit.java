package dev.koshin.issuer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last day that GitLab allows, read from the words with which it refuses a later one. */
public final class ExpiryLimit {
    /** Later 16.x and newer. The named day itself is allowed, whatever "before" suggests. */
    private static final Pattern DAY = Pattern.compile("must be before (\\d{4}-\\d{2}-\\d{2})");

    /** 15.11 with the flag, and 16.0. */
    private static final Pattern DAYS = Pattern.compile("must expire in (\\d{1,5}) days");

    private ExpiryLimit() {}

    /** Empty when the words name none; {@code today} is the server's. */
    public static Optional<LocalDate> in(String words, LocalDate today) {
        Matcher day = DAY.matcher(words);
        if (day.find()) {
            return parse(day.group(1));
        }
        Matcher days = DAYS.matcher(words);
        return days.find() ? Optional.of(today.plusDays(Long.parseLong(days.group(1)))) : Optional.empty();
    }

    private static Optional<LocalDate> parse(String day) {
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
