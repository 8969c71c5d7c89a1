package dev.koshin.simulator.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it came over the wire.
 *
 * @param path still percent-encoded, without the query
 * @param query still percent-encoded, without the question mark; empty when there is none
 * @param headers names in lower case; of a repeated header the last value
 * @param body decoded as UTF-8; empty when there is none
 */
public record Request(String method, String path, String query, Map<String, String> headers, String body) {
    /** The value of a header, whose name may be given in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    boolean asksToClose() {
        return header("Connection").filter("close"::equalsIgnoreCase).isPresent();
    }
}
