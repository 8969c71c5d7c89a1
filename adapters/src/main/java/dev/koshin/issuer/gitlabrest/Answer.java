package dev.koshin.issuer.gitlabrest;

import dev.koshin.issuer.Excerpt;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * An answer that arrived whole.
 *
 * @param json the missing node when the body is no JSON
 */
record Answer(int status, Kind kind, HttpHeaders headers, JsonNode json) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Answer of(int status, HttpHeaders headers, byte[] body) {
        JsonNode json = parse(headers, body);
        return new Answer(status, Classifier.classify(status, json), headers, json);
    }

    private static JsonNode parse(HttpHeaders headers, byte[] body) {
        if (body.length == 0 || !contentType(headers).contains("json")) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }

    private static String contentType(HttpHeaders headers) {
        return headers.firstValue("Content-Type").orElse("");
    }

    /** A header that is a whole number; empty when it is absent, blank or something else. */
    OptionalInt number(String header) {
        return headers.firstValue(header)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElseGet(OptionalInt::empty);
    }

    /** A header that is a time in seconds since 1970; empty when it is absent, blank or something else. */
    Optional<Instant> instant(String header) {
        return headers.firstValue(header)
                .filter(text -> text.matches("[0-9]{1,11}"))
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
    }

    /** For messages: the status, and GitLab's words or what came instead of them. Never the body. */
    String text() {
        String words = json.isMissingNode() ? instead() : Classifier.words(json);
        return Excerpt.of(words.startsWith(Integer.toString(status)) ? words : status + " " + words);
    }

    private String instead() {
        return kind == Kind.MOVED
                ? "-> " + headers.firstValue("Location").map(Answer::host).orElse("")
                : contentType(headers);
    }

    /** Of a redirect only the host is told; the rest may carry what the request carried. */
    private static String host(String location) {
        try {
            URI uri = URI.create(location);
            return uri.getHost() == null ? "" : uri.getScheme() + "://" + uri.getHost();
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
