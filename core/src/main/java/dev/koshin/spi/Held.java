package dev.koshin.spi;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.Secret;
import java.util.Optional;

/** What a target holds at one moment. */
public sealed interface Held {
    /** A value, whoever put it there. */
    record Value(Secret secret) implements Held {}

    /** The place exists and is empty. */
    record Nothing() implements Held {}

    /** The printable name of the value, if there is one. */
    default Optional<Fingerprint> fingerprint() {
        return switch (this) {
            case Value(Secret secret) -> Optional.of(secret.fingerprint());
            case Nothing() -> Optional.empty();
        };
    }

    /** Whether it is exactly this value. */
    default boolean is(Secret secret) {
        return this.equals(new Value(secret));
    }
}
