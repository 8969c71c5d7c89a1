package dev.koshin.target.envfile;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * One key of one file.
 *
 * @param path the file, or a link to it
 * @param key letters, digits and {@code _}, as {@code sh} takes them
 */
public record EnvFileOptions(Path path, String key) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Refuses a key that no shell could assign to. */
    public EnvFileOptions {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("a key consists of letters, digits and _");
        }
    }
}
