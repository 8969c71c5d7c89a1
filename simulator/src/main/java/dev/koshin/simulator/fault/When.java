package dev.koshin.simulator.fault;

import java.util.Locale;

/** On which side of the effect a fault strikes. */
public enum When {
    /** The request does nothing: it is not even authenticated. */
    BEFORE,
    /** The request has done its work, and only the answer is hurt. */
    AFTER;

    /** {@code before} or {@code after}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
