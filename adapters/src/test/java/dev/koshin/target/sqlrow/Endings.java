package dev.koshin.target.sqlrow;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;

/** What a test expects of an ending. */
final class Endings {
    private Endings() {}

    static <T> T done(Effect<T> effect) {
        return switch (effect) {
            case Effect.Done<T>(T value) -> value;
            case Effect.Refused<T>(Problem problem) -> throw new AssertionError("refused: " + problem);
            case Effect.Unclear<T>(Problem problem) -> throw new AssertionError("unclear: " + problem);
        };
    }

    static <T> Problem refused(Effect<T> effect) {
        return switch (effect) {
            case Effect.Refused<T>(Problem problem) -> problem;
            case Effect.Done<T> _ -> throw new AssertionError("it should have been refused, and was done");
            case Effect.Unclear<T>(Problem problem) -> throw new AssertionError("unclear: " + problem);
        };
    }

    static <T> Reason reason(Effect<T> effect) {
        return refused(effect).reason();
    }

    static <T> Problem unclear(Effect<T> effect) {
        return switch (effect) {
            case Effect.Unclear<T>(Problem problem) -> problem;
            case Effect.Done<T> _ -> throw new AssertionError("it should be unclear, and was done");
            case Effect.Refused<T>(Problem problem) -> throw new AssertionError("refused: " + problem);
        };
    }
}
