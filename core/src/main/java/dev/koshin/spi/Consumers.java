package dev.koshin.spi;

import dev.koshin.model.Use;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Those who read a credential's targets. */
public interface Consumers {
    /** Makes those that read only at their start read again; answers their names. May be repeated at any time. */
    Effect<List<String>> apply();

    /**
     * The uses in progress now that keep the value they started with. The look begins after the call, so a use that
     * started earlier and still runs is always in the answer.
     */
    Effect<SortedSet<Use>> running();

    /** Consumers that read the value each time they need it, and keep it for one request only. */
    static Consumers readingEachTime() {
        return new Consumers() {
            @Override
            public Effect<List<String>> apply() {
                return new Effect.Done<>(List.of());
            }

            @Override
            public Effect<SortedSet<Use>> running() {
                return new Effect.Done<>(new TreeSet<>());
            }
        };
    }
}
