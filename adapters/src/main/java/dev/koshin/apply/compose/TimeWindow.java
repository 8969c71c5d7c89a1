package dev.koshin.apply.compose;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours of a day in which something may stand still.
 *
 * @param from the first minute that belongs to it
 * @param until the first that does not; before or at {@code from}: on the next day
 */
public record TimeWindow(LocalTime from, LocalTime until, ZoneId zone) {
    /** Whether {@code instant} lies in it. */
    public boolean contains(Instant instant) {
        LocalTime time = instant.atZone(zone).toLocalTime();
        boolean begun = !time.isBefore(from);
        boolean open = time.isBefore(until);
        return from.isBefore(until) ? begun && open : begun || open;
    }

    @Override
    public String toString() {
        return from + "-" + until;
    }
}
