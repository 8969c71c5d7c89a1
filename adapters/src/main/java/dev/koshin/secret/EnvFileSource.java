package dev.koshin.secret;

import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.nio.file.Path;
import java.util.Optional;

/** One key of a {@code .env} file. */
record EnvFileSource(Path path, String key) implements SecretSource {
    private static final int LARGEST_BYTES = 1024 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Override
    public Effect<Secret> resolve() {
        return Answers.text(this, path, LARGEST_BYTES).flatMap(this::find);
    }

    private Effect<Secret> find(String text) {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            return Answers.refused(this, "cannot be read: the file starts with a byte order mark, which sh refuses");
        }
        Optional<EnvStatement> last = Optional.empty();
        for (EnvStatement statement : EnvStatements.of(text)) {
            if (statement.isOpen()) {
                return Answers.refused(this, "cannot be read: line " + statement.line() + " never closes its quote");
            }
            last = statement.names(key) ? Optional.of(statement) : last;
        }
        return last.map(this::value).orElseGet(() -> Answers.refused(this, "is not set"));
    }

    private Effect<Secret> value(EnvStatement statement) {
        return statement
                .flaw()
                .map(flaw -> Answers.<Secret>refused(this, "cannot be read: line " + statement.line() + " " + flaw))
                .orElseGet(() -> Answers.value(this, statement.value()));
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
