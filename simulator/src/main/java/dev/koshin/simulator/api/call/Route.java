package dev.koshin.simulator.api.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of the API.
 *
 * @param template below {@code /api/v4}; a segment that starts with a colon is a parameter
 */
public record Route(String method, String template, Access access, Endpoint endpoint) {
    /** The name in counters. */
    public String name() {
        return method + " " + template;
    }

    public boolean reads() {
        return method.equals("GET");
    }

    /** Fixed paths win over paths with parameters. */
    public int parameters() {
        return (int) template.chars().filter(c -> c == ':').count();
    }

    /** The parameters of a path, or nothing when it is another one. */
    public Optional<Map<String, String>> match(List<String> segments) {
        String[] parts = template.substring(1).split("/", -1);
        if (parts.length != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].startsWith(":")) {
                parameters.put(parts[i].substring(1), ParamsReader.decoded(segments.get(i)));
            } else if (!parts[i].equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
