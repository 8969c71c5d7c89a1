package dev.koshin.issuer.gitlabrest;

import dev.koshin.http.ServerDate;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What time it is at the server, learned from the {@code Date} header of its answers.
 *
 * <p>Whole seconds, and behind by the time the answer took. Between answers it goes on with the local monotonic clock.
 */
final class ServerClock {
    /** A monotonic clock stands still while a machine sleeps, so an old sighting is worth nothing. */
    private static final Duration RECENT = Duration.ofMinutes(10);

    private final LongSupplier nanos;
    private volatile Optional<Sighting> last = Optional.empty();

    ServerClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void see(HttpHeaders headers) {
        headers.firstValue("Date").filter(text -> !sameAsLast(text)).ifPresent(this::see);
    }

    /** Now, at the server; empty when there was no answer in the last 10 minutes. */
    Optional<Instant> now() {
        return last.flatMap(sighting -> {
            Duration since = Duration.ofNanos(nanos.getAsLong() - sighting.nanos);
            return since.compareTo(RECENT) > 0 ? Optional.empty() : Optional.of(sighting.at.plus(since));
        });
    }

    private boolean sameAsLast(String text) {
        return last.filter(sighting -> sighting.text.equals(text)).isPresent();
    }

    private void see(String text) {
        ServerDate.parse(text).ifPresent(at -> last = Optional.of(new Sighting(text, at, nanos.getAsLong())));
    }

    private record Sighting(String text, Instant at, long nanos) {}
}
