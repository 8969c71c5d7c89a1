package dev.koshin.kubernetes;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Merges objects into objects; lists are not needed. */
final class Merging {
    private Merging() {}

    static void merge(ObjectNode into, ObjectNode patch) {
        patch.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value instanceof ObjectNode object && into.path(entry.getKey()) instanceof ObjectNode there) {
                merge(there, object);
            } else {
                into.set(entry.getKey(), value);
            }
        });
    }
}
