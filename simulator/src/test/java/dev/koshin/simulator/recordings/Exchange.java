package dev.koshin.simulator.recordings;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A recorded request and its answer.
 *
 * @param number its place in the file, from 0
 * @param target path and query after {@code /api/v4}, still encoded
 * @param body empty: the request had none
 */
record Exchange(int number, String method, String target, Optional<String> body, Answer answer) {
    /** @param headers names in lower case */
    record Answer(int status, Map<String, List<String>> headers, String body) {
        /** Missing when the body is no JSON. */
        JsonNode json() {
            return body.startsWith("{") || body.startsWith("[")
                    ? JsonMapper.shared().readTree(body)
                    : JsonMapper.shared().missingNode();
        }

        /** Several headers of one name as one. */
        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }

        /** When GitLab answered. */
        Instant date() {
            return ZonedDateTime.parse(header("date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        }

        boolean success() {
            return status < 300;
        }
    }

    /** The target without its query. */
    String path() {
        int at = target.indexOf('?');
        return at < 0 ? target : target.substring(0, at);
    }

    boolean is(String otherMethod, String otherPath) {
        return method.equals(otherMethod) && path().equals(otherPath);
    }
}
