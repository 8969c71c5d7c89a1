package dev.koshin.http;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What time it is at the server, in whole seconds, as the {@code Date} header of an answer tells it. */
public final class ServerDate {
    private ServerDate() {}

    /** A clock that cannot be read is no clock: the local one stands in for it. */
    public static Optional<Instant> of(HttpHeaders headers) {
        return headers.firstValue("Date").flatMap(ServerDate::parse);
    }

    /** Reads the text of such a header. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
