package dev.koshin.kubernetes;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Label and field selectors, as far as they are used. */
final class Selection {
    private Selection() {}

    static boolean selects(Heard request, JsonNode object) {
        return request.only("labelSelector").stream().allMatch(selector -> labels(selector, object))
                && request.only("fieldSelector").stream().allMatch(selector -> fields(selector, object));
    }

    private static boolean labels(String selector, JsonNode object) {
        JsonNode labels = object.path("metadata").path("labels");
        return List.of(selector.split(",(?![^(]*\\))", -1)).stream().allMatch(term -> label(term, labels));
    }

    private static boolean label(String term, JsonNode labels) {
        if (term.contains(" in (")) {
            String key = term.substring(0, term.indexOf(" in ("));
            List<String> values = List.of(
                    term.substring(term.indexOf('(') + 1, term.length() - 1).split(",", -1));
            return values.contains(labels.path(key).asString(""));
        }
        List<String> parts = List.of(term.split("=", 2));
        return parts.size() == 2 ? labels.path(parts.get(0)).asString("").equals(parts.get(1)) : labels.has(term);
    }

    private static boolean fields(String selector, JsonNode object) {
        List<String> parts = List.of(selector.split("=", 2));
        JsonNode at = object;
        for (String step : parts.get(0).split("\\.", -1)) {
            at = at.path(step);
        }
        return at.asString("").equals(parts.get(1));
    }
}
