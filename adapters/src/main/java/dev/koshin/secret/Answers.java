package dev.koshin.secret;

import dev.koshin.file.Text;
import dev.koshin.file.TextFile;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.nio.file.Path;

/** The endings that all sources share. */
final class Answers {
    private Answers() {}

    /** {@code value} as a secret, unless no token and no password could look like that. */
    static Effect<Secret> value(SecretSource source, String value) {
        if (value.isBlank()) {
            return refused(source, "is empty");
        }
        return value.chars().anyMatch(Character::isISOControl)
                ? refused(source, "holds a line break or another control character")
                : new Effect.Done<>(Secret.of(value));
    }

    /** All of a file, as a source reads it. */
    static Effect<String> text(SecretSource source, Path file, int largestBytes) {
        return switch (TextFile.read(file, largestBytes)) {
            case Text.Read(String content) -> new Effect.Done<>(content);
            case Text.Unreadable(String why) -> refused(source, why);
        };
    }

    /** @param why goes on after the source's description: "is not set" */
    static <T> Effect<T> refused(SecretSource source, String why) {
        return new Effect.Refused<>(Problem.of(Reason.SECRET_UNRESOLVED, source.description(), why));
    }
}
