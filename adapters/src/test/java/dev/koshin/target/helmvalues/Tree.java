package dev.koshin.target.helmvalues;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What a program gets from a values file: maps, lists and scalars. */
final class Tree {
    private Tree() {}

    static Object of(String text) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        return Objects.requireNonNull(new Load(settings).loadFromString(text));
    }

    /** The scalar at {@code path}. */
    static Object at(Object tree, List<String> path) {
        Object found = tree;
        for (String key : path) {
            found = Objects.requireNonNull(((Map<?, ?>) found).get(key), key);
        }
        return found;
    }

    /** The tree with another scalar at {@code path}. */
    static Object with(Object tree, List<String> path, Object value) {
        if (path.isEmpty()) {
            return value;
        }
        Map<Object, Object> changed = new LinkedHashMap<>((Map<?, ?>) tree);
        changed.put(path.getFirst(), with(at(tree, path.subList(0, 1)), path.subList(1, path.size()), value));
        return changed;
    }
}
