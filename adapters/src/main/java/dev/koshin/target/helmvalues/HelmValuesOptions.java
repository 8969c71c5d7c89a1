package dev.koshin.target.helmvalues;

import java.nio.file.Path;
import java.util.List;

/**
 * One value of one file.
 *
 * @param path the file, or a link to it
 * @param key the keys from the root on, joined by points, such as {@code global.secret.TOKEN}
 */
public record HelmValuesOptions(Path path, String key) {
    /** Refuses a path of keys with an empty one in it. */
    public HelmValuesOptions {
        if (keys(key).stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a path of keys has no empty key");
        }
    }

    /** The keys from the root on. */
    List<String> keys() {
        return keys(key);
    }

    private static List<String> keys(String joined) {
        return List.of(joined.split("\\.", -1));
    }
}
