package dev.koshin.issuer.gitlabrails;

import java.time.Duration;

/**
 * How to use {@code gitlab-rails}.
 *
 * @param patience how long Ruby may take from its start to its answer; it needs minutes
 */
public record RailsOptions(RailsPlace place, Duration patience, Waiting waiting) {
    /** What is waited for by default. */
    public static final Duration PATIENCE = Duration.ofMinutes(15);

    /** Refuses a wait that is none. */
    public RailsOptions {
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("patience is positive");
        }
    }

    /** The defaults: 15 minutes, and nobody is told meanwhile. */
    public static RailsOptions of(RailsPlace place) {
        return new RailsOptions(place, PATIENCE, _ -> {});
    }

    /** These options with another patience. */
    public RailsOptions withPatience(Duration other) {
        return new RailsOptions(place, other, waiting);
    }

    /** These options with somebody who is told. */
    public RailsOptions withWaiting(Waiting other) {
        return new RailsOptions(place, patience, other);
    }
}
