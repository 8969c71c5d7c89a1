package dev.koshin.spi;

import dev.koshin.model.Problem;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a call to an outside system ended.
 *
 * <p>There are three endings, not two. {@link Unclear} is the one that makes a renewal safe: a timeout after the
 * request left is neither success nor failure, and retrying it blindly creates a second token.
 *
 * @param <T> what the call yields when it worked
 */
public sealed interface Effect<T> {
    /** The other side confirmed it. */
    record Done<T>(T value) implements Effect<T> {}

    /** The other side certainly did nothing. */
    record Refused<T>(Problem problem) implements Effect<T> {}

    /** The other side may have done it: look before trying again. */
    record Unclear<T>(Problem problem) implements Effect<T> {}

    /** Turns the value of {@link Done}; the other endings stay what they are. */
    default <U> Effect<U> map(Function<? super T, ? extends U> change) {
        return flatMap(value -> new Done<>(change.apply(value)));
    }

    /** Why it is not done; empty if it is. */
    default Optional<Problem> why() {
        return switch (this) {
            case Done<T> _ -> Optional.empty();
            case Refused<T>(Problem problem) -> Optional.of(problem);
            case Unclear<T>(Problem problem) -> Optional.of(problem);
        };
    }

    /** Goes on with {@code next} after {@link Done}; the other endings stay what they are. */
    default <U> Effect<U> flatMap(Function<? super T, Effect<U>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T>(Problem problem) -> new Refused<>(problem);
            case Unclear<T>(Problem problem) -> new Unclear<>(problem);
        };
    }
}
