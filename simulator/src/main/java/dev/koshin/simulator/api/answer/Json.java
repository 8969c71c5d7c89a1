package dev.koshin.simulator.api.answer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as GitLab writes it: compact, times in UTC with milliseconds, {@code & < >} escaped. */
public final class Json {
    public static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    public static final JsonMapper MAPPER = JsonMapper.shared();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Json() {}

    public static ObjectNode message(String text) {
        return NODES.objectNode().put("message", text);
    }

    public static ObjectNode error(String text) {
        return NODES.objectNode().put("error", text);
    }

    /** An object of these keys in their order. */
    public static ObjectNode keyed(Collection<String> keys, Function<String, JsonNode> value) {
        ObjectNode node = NODES.objectNode();
        keys.forEach(key -> node.set(key, value.apply(key)));
        return node;
    }

    public static ArrayNode strings(Collection<String> texts) {
        ArrayNode array = NODES.arrayNode(texts.size());
        texts.forEach(array::add);
        return array;
    }

    public static JsonNode time(Instant instant) {
        return NODES.stringNode(TIME.format(instant));
    }

    public static String text(JsonNode node) {
        String text = MAPPER.writeValueAsString(node);
        return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }
}
