package dev.koshin.simulator.state;

import java.util.Locale;

/**
 * One thing that a request did.
 *
 * @param kind {@code token}, {@code user}, {@code project}, …
 * @param id among its kind
 */
public record Change(String kind, long id, Verb verb) {
    /** What was done to it. */
    public enum Verb {
        MADE,
        CHANGED,
        REVOKED,
        DELETED;

        /** {@code made}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
