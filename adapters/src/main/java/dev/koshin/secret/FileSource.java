package dev.koshin.secret;

import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.nio.file.Path;
import java.util.Optional;

/** A file that holds one line, as Docker and Kubernetes mount secrets. */
record FileSource(Path path) implements SecretSource {
    private static final int LARGEST_BYTES = 64 * 1024;

    @Override
    public Effect<Secret> resolve() {
        return Answers.text(this, path, LARGEST_BYTES).flatMap(text -> Answers.value(this, withoutLineEnd(text)));
    }

    private static String withoutLineEnd(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(path);
    }

    @Override
    public String description() {
        return "file " + path;
    }

    @Override
    public String toString() {
        return description();
    }
}
