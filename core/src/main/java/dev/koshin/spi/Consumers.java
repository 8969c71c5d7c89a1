package dev.koshin.spi;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.Use;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Those who read a credential's targets. */
public interface Consumers {
    /**
     * Makes those that read only at their start read again, and makes sure that they hold {@code fresh} then; answers
     * their names. May be repeated at any time.
     */
    Effect<List<String>> apply(Fingerprint fresh);

    /**
     * The uses in progress now that keep the value they started with, unless that is {@code fresh}. The look begins
     * after the call, so a use that started earlier and still runs is always in the answer.
     */
    Effect<SortedSet<Use>> running(Fingerprint fresh);

    /**
     * Ends those uses that nobody but Koshin ends, right before old tokens go; answers the names of those that it made
     * read again. Does nothing at a time that is not meant for it, unless {@code atOnce}.
     */
    default Effect<List<String>> endUses(Fingerprint fresh, boolean atOnce) {
        return new Effect.Done<>(List.of());
    }

    /** Who stands still because of {@link #apply} and {@link #endUses}; nothing is asked for it. */
    default Impact impact() {
        return Impact.NONE;
    }

    /** The longest that one call may take. */
    default Duration longest() {
        return Duration.ofMinutes(1);
    }

    /** Consumers that read the value each time they need it, and keep it for one request only. */
    static Consumers readingEachTime() {
        return new Consumers() {
            @Override
            public Effect<List<String>> apply(Fingerprint fresh) {
                return new Effect.Done<>(List.of());
            }

            @Override
            public Effect<SortedSet<Use>> running(Fingerprint fresh) {
                return new Effect.Done<>(new TreeSet<>());
            }
        };
    }
}
