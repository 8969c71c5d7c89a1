package dev.koshin.simulator.api.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.http.Request;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Takes the parameters out of a request. */
public final class ParamsReader {
    private ParamsReader() {}

    /** Nothing when the body is not what its Content-Type says. */
    public static Optional<Params> read(Request request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        pairs(request.query(), values);
        String type = request.header("Content-Type").orElse("");
        if (type.startsWith("application/x-www-form-urlencoded")) {
            pairs(request.body(), values);
        } else if (type.startsWith("application/json") && !request.body().isBlank() && !json(request.body(), values)) {
            return Optional.empty();
        }
        return Optional.of(new Params(values));
    }

    /** A percent-encoded text in clear; one that is badly encoded stays as it is. */
    public static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private static void pairs(String text, Map<String, List<String>> values) {
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                add(values, decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static boolean json(String body, Map<String, List<String>> values) {
        try {
            JsonNode root = Json.MAPPER.readTree(body);
            root.propertyStream().forEach(entry -> node(values, entry.getKey(), entry.getValue()));
            return true;
        } catch (JacksonException _) {
            return false;
        }
    }

    private static void node(Map<String, List<String>> values, String name, JsonNode value) {
        values.put(name, new ArrayList<>());
        if (value.isArray()) {
            value.forEach(element -> add(values, name, text(element)));
        } else {
            add(values, name, text(value));
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.isString() ? value.stringValue() : value.toString();
    }

    private static void add(Map<String, List<String>> values, String name, String value) {
        String plain = name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
        values.computeIfAbsent(plain, _ -> new ArrayList<>()).add(value);
    }
}
