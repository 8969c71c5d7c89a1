package dev.koshin.secret;

import java.nio.file.Path;

/** The user's own folder, which paths abbreviate as {@code ~}. */
public record Home(Path directory) {
    private static final Path TILDE = Path.of("~");

    /** {@code path} with a leading {@code ~} replaced; {@code ~somebody} is left as it is. */
    public Path expand(Path path) {
        return path.startsWith(TILDE)
                ? directory.resolve(TILDE.relativize(path)).normalize()
                : path;
    }
}
