package dev.koshin.app.config;

import dev.koshin.secret.Home;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes paths absolute: {@code ~} is the user's folder, all else is seen from the folder of the file. */
record Paths(Path folder, Home home) {
    Optional<Path> of(Value value) {
        return value.text().flatMap(text -> of(text, value));
    }

    /** The path {@code text}, which is a part of {@code value}. */
    Optional<Path> of(String text, Value value) {
        try {
            return Optional.of(resolve(text));
        } catch (InvalidPathException _) {
            return value.badValue("", "is not a path");
        }
    }

    Path resolve(String text) {
        return folder.resolve(home.expand(Path.of(text))).normalize();
    }
}
