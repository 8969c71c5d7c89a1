package dev.koshin.spi;

import java.util.List;

/**
 * Who stands still because a new value is applied.
 *
 * @param soon stand still for seconds, as soon as the value is there
 * @param later stand still for minutes, before the old token goes
 * @param window the hours in which {@code later} may stand still; empty: any
 */
public record Impact(List<String> soon, List<String> later, String window) {
    /** Nobody. */
    public static final Impact NONE = new Impact(List.of(), List.of(), "");

    public Impact {
        soon = List.copyOf(soon);
        later = List.copyOf(later);
    }
}
