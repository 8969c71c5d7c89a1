package dev.koshin.simulator.api.call;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All parameters of a request: of the path, the query and the body.
 *
 * <p>A name lost its {@code []}; a JSON null is an empty text, which GitLab treats as blank.
 */
public final class Params {
    private final Map<String, List<String>> values;

    public Params(Map<String, List<String>> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** With these on top, which win. */
    public Params with(Map<String, String> pathParams) {
        Map<String, List<String>> all = new LinkedHashMap<>(values);
        pathParams.forEach((name, value) -> all.put(name, List.of(value)));
        return new Params(all);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value, of several the last. */
    public Optional<String> text(String name) {
        List<String> all = list(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The value, unless it is blank. */
    public Optional<String> present(String name) {
        return text(name).filter(value -> !value.isBlank());
    }

    public List<String> list(String name) {
        return values.getOrDefault(name, List.of());
    }

    public Map<String, List<String>> all() {
        return values;
    }
}
