package dev.koshin.secret;

import dev.koshin.file.env.EnvStatement;
import dev.koshin.file.env.EnvText;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.nio.file.Path;
import java.util.Optional;

/** One key of a {@code .env} file. */
record EnvFileSource(Path path, String key) implements SecretSource {
    private static final int LARGEST_BYTES = 1024 * 1024;

    @Override
    public Effect<Secret> resolve() {
        return Answers.text(this, path, LARGEST_BYTES).flatMap(this::find);
    }

    private Effect<Secret> find(String text) {
        EnvText file = EnvText.of(text);
        return file.damage()
                .map(why -> Answers.<Secret>refused(this, "cannot be read: " + why))
                .orElseGet(() -> file.last(key).map(this::value).orElseGet(() -> Answers.refused(this, "is not set")));
    }

    private Effect<Secret> value(EnvStatement statement) {
        return statement
                .flaw()
                .map(flaw -> Answers.<Secret>refused(this, "cannot be read: line " + statement.line() + " " + flaw))
                .orElseGet(() -> Answers.value(this, statement.value()));
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(path);
    }

    @Override
    public String description() {
        return key + " in " + path;
    }

    @Override
    public String toString() {
        return description();
    }
}
