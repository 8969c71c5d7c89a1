package dev.koshin.target;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;

/** What a test expects of an ending. */
public final class Endings {
    private Endings() {}

    /** The value of what should have been done. */
    public static <T> T done(Effect<T> effect) {
        return switch (effect) {
            case Effect.Done<T>(T value) -> value;
            case Effect.Refused<T>(Problem problem) -> throw new AssertionError("refused: " + problem);
            case Effect.Unclear<T>(Problem problem) -> throw new AssertionError("unclear: " + problem);
        };
    }

    /** The problem of what should have been refused. */
    public static <T> Problem refused(Effect<T> effect) {
        return switch (effect) {
            case Effect.Refused<T>(Problem problem) -> problem;
            case Effect.Done<T> _ -> throw new AssertionError("it should have been refused, and was done");
            case Effect.Unclear<T>(Problem problem) -> throw new AssertionError("unclear: " + problem);
        };
    }

    /** The reason of what should have been refused. */
    public static <T> Reason reason(Effect<T> effect) {
        return refused(effect).reason();
    }

    /** The problem of what should be unclear. */
    public static <T> Problem unclear(Effect<T> effect) {
        return switch (effect) {
            case Effect.Unclear<T>(Problem problem) -> problem;
            case Effect.Done<T> _ -> throw new AssertionError("it should be unclear, and was done");
            case Effect.Refused<T>(Problem problem) -> throw new AssertionError("refused: " + problem);
        };
    }
}
