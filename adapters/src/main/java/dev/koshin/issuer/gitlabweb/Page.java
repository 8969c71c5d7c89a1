package dev.koshin.issuer.gitlabweb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What GitLab shows. */
record Page(int status, HttpHeaders headers, String body) {
    private static final Pattern CSRF = Pattern.compile("<meta\\b[^>]*\\bname=[\"']csrf-token[\"'][^>]*>");
    private static final Pattern HIDDEN = Pattern.compile("<input\\b[^>]*\\bname=[\"']authenticity_token[\"'][^>]*>");
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern VALUE = Pattern.compile("\\b(?:content|value)=(?:\"([^\"]*)\"|'([^']*)')");

    static Page of(HttpResponse<byte[]> response) {
        return new Page(response.statusCode(), response.headers(), new String(response.body(), UTF_8));
    }

    /** What a form must carry to be taken for one of GitLab's own; nothing that no header could carry. */
    Optional<String> csrf() {
        return tag(CSRF)
                .or(() -> tag(HIDDEN))
                .filter(token -> VISIBLE.matcher(token).matches());
    }

    private Optional<String> tag(Pattern pattern) {
        Matcher tag = pattern.matcher(body);
        if (!tag.find()) {
            return Optional.empty();
        }
        Matcher value = VALUE.matcher(tag.group());
        return value.find()
                ? Optional.of(value.group(1) == null ? value.group(2) : value.group(1))
                        .map(Page::unescaped)
                : Optional.empty();
    }

    private static String unescaped(String text) {
        return text.replace("&#43;", "+")
                .replace("&#x2B;", "+")
                .replace("&#x2F;", "/")
                .replace("&#61;", "=")
                .replace("&#x3D;", "=")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    boolean contains(String text) {
        return body.contains(text);
    }

    /** Whether people can sign in with a password here; newer pages build the form in the browser. */
    boolean asksForPassword() {
        return contains("user[login]") || contains("js-sign-in-form");
    }

    boolean redirects() {
        return status / 100 == 3;
    }

    /** The path of a redirect; of where it leads nothing else is believed. */
    Optional<String> elsewhere() {
        return redirects() ? headers.firstValue("Location").flatMap(Page::path) : Optional.empty();
    }

    private static Optional<String> path(String location) {
        try {
            return Optional.ofNullable(URI.create(location).getRawPath()).filter(path -> path.startsWith("/"));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The missing node when the body is no JSON. */
    JsonNode json() {
        try {
            return headers.firstValue("Content-Type").orElse("").contains("json")
                    ? JsonMapper.shared().readTree(body)
                    : MissingNode.getInstance();
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }

    /** A page can hold a token. */
    @Override
    public String toString() {
        return "Page[" + status + "]";
    }
}
