package dev.koshin.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer of the pretend API server. */
public record Said(int status, Map<String, String> headers, String body) {
    static Said ok(JsonNode body) {
        return new Said(200, Map.of("Content-Type", "application/json"), body.toString());
    }

    /** A failure as an API server words it; the message repeats {@code message}, values and all. */
    public static Said status(int code, String reason, String message) {
        return Said.status(code, reason, message, List.of());
    }

    static Said status(int code, String reason, String message, List<String> conflicts) {
        ObjectNode status = JsonMapper.shared().createObjectNode();
        status.put("kind", "Status").put("apiVersion", "v1").put("status", "Failure");
        status.put("message", message).put("reason", reason).put("code", code);
        ArrayNode causes = status.putObject("details").putArray("causes");
        for (String field : conflicts) {
            causes.addObject()
                    .put("reason", "FieldManagerConflict")
                    .put("message", message)
                    .put("field", field);
        }
        return new Said(code, Map.of("Content-Type", "application/json"), status.toString());
    }

    /** The same with a header. */
    public Said with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Said(status, more, body);
    }

    static Said notFound(String what) {
        return status(404, "NotFound", what + " not found");
    }
}
