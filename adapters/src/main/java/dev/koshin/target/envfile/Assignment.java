package dev.koshin.target.envfile;

import dev.koshin.file.SafeCharacters;
import dev.koshin.file.env.EnvStatement;
import dev.koshin.file.env.EnvText;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import java.util.Optional;

/** The assignment that counts for a key, in a file that both readers understand. */
final class Assignment {
    private final EnvFileOptions options;
    private final EnvText file;
    private final EnvStatement statement;

    private Assignment(EnvFileOptions options, EnvText file, EnvStatement statement) {
        this.options = options;
        this.file = file;
        this.statement = statement;
    }

    /** Refused if there is none, or if somebody could read another value. */
    static Effect<Assignment> in(String text, EnvFileOptions options) {
        EnvText file = EnvText.of(text);
        Optional<String> doubt = file.ambiguity();
        if (doubt.isPresent()) {
            return refused(options, Reason.TARGET_NOT_EDITABLE, doubt.get());
        }
        return file.last(options.key())
                .map(last -> in(file, last, options))
                .orElseGet(() -> refused(options, Reason.TARGET_ROW_MISSING));
    }

    private static Effect<Assignment> in(EnvText file, EnvStatement last, EnvFileOptions options) {
        return last.flaw()
                .<Effect<Assignment>>map(
                        why -> refused(options, Reason.TARGET_NOT_EDITABLE, "line " + last.line() + " " + why))
                .orElseGet(() -> new Effect.Done<>(new Assignment(options, file, last)));
    }

    Held held() {
        return held(statement);
    }

    static Held held(EnvStatement statement) {
        return statement.value().isBlank() ? new Held.Nothing() : new Held.Value(Secret.of(statement.value()));
    }

    /** The whole file with {@code fresh} in place of {@code expected}. */
    Effect<String> replaced(Held expected, Secret fresh) {
        if (!held().equals(expected)) {
            return refused(options, Reason.TARGET_CHANGED);
        }
        return fresh.reveal(value -> SafeCharacters.only(value)
                ? proven(file.with(statement, value), fresh)
                : refused(options, Reason.TOKEN_CHARACTERS_UNFIT, SafeCharacters.NAMES));
    }

    /** Read once more: all that is not the value must be the same, and the value must be the new one. */
    private Effect<String> proven(String text, Secret fresh) {
        EnvText now = EnvText.of(text);
        boolean same = now.ambiguity().isEmpty()
                && now.rest().equals(file.rest())
                && now.statements().size() == file.statements().size();
        return same && in(text, options).map(Assignment::held).equals(new Effect.Done<>(new Held.Value(fresh)))
                ? new Effect.Done<>(text)
                : refused(options, Reason.TARGET_MORE_CHANGED, "line " + statement.line());
    }

    private static <T> Effect<T> refused(EnvFileOptions options, Reason reason, String... more) {
        String name = EnvFileTarget.name(options, options.key()).value();
        return new Effect.Refused<>(more.length == 0 ? Problem.of(reason, name) : Problem.of(reason, name, more[0]));
    }
}
