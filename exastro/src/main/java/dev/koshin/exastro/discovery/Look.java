package dev.koshin.exastro.discovery;

import java.util.Optional;
import java.util.function.Function;

/** What became of one question about an installation. */
sealed interface Look<T> {
    /** It was answered. */
    record Seen<T>(T answer) implements Look<T> {}

    /** It could not be answered, because. */
    record Unseen<T>(String reason) implements Look<T> {}

    /** The answer, if there is one. */
    default Optional<T> value() {
        return switch (this) {
            case Seen<T>(T answer) -> Optional.of(answer);
            case Unseen<T> _ -> Optional.empty();
        };
    }

    /** Why there is no answer; empty if there is one. */
    default Optional<String> why() {
        return switch (this) {
            case Seen<T> _ -> Optional.empty();
            case Unseen<T>(String reason) -> Optional.of(reason);
        };
    }

    /** What {@code next} makes of the answer. */
    default <R> Look<R> flatMap(Function<T, Look<R>> next) {
        return switch (this) {
            case Seen<T>(T answer) -> next.apply(answer);
            case Unseen<T>(String reason) -> new Unseen<>(reason);
        };
    }
}
