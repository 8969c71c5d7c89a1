package dev.koshin.kubernetes;

import io.fabric8.kubernetes.client.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads what an API server says. */
final class Answers {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A reason is one word; a field is a path. Anything else could be a value. */
    private static final Pattern REASON = Pattern.compile("[A-Za-z]{1,40}");

    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,80}");
    private static final int MOST_FIELDS = 3;

    private Answers() {}

    static Answer of(HttpResponse<byte[]> response) {
        int status = response.code();
        JsonNode body = json(response.body());
        if (status >= 200 && status < 300) {
            return body.isObject()
                    ? new Answer.Done(body)
                    : new Answer.Refused(status, "HTTP " + status + " without JSON", Optional.empty());
        }
        return new Answer.Refused(status, "HTTP " + status + reason(body) + fields(body), again(response, body));
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }

    private static String reason(JsonNode status) {
        String reason = status.path("reason").asString("");
        return REASON.matcher(reason).matches() ? " " + reason : "";
    }

    private static String fields(JsonNode status) {
        String fields = status.path("details").path("causes").values().stream()
                .map(cause -> cause.path("field").asString(""))
                .filter(field -> FIELD.matcher(field).matches())
                .distinct()
                .limit(MOST_FIELDS)
                .collect(Collectors.joining(", "));
        return fields.isEmpty() ? "" : ": " + fields;
    }

    private static Optional<Duration> again(HttpResponse<byte[]> response, JsonNode status) {
        OptionalLong said =
                number(Optional.ofNullable(response.header("Retry-After")).orElse(""));
        long seconds =
                said.orElse(status.path("details").path("retryAfterSeconds").asLong(0));
        return seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
    }

    private static OptionalLong number(String text) {
        return text.matches("[0-9]{1,6}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
