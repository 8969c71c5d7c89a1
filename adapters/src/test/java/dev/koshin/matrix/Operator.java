package dev.koshin.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.model.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An administrator with GitLab's REST API, who has admin power in Admin Mode too. Knows nothing of Koshin's client. */
final class Operator {
    static final Secret TOKEN = Secret.of("glpat-operator-value-0001");

    private final URI gitlab;

    Operator(URI gitlab) {
        this.gitlab = gitlab;
    }

    void revoke(long token) {
        Optional<JsonNode> _ = send("DELETE", "personal_access_tokens/" + token, "");
    }

    /** The new value; empty when this release cannot rotate, or does not want to. */
    Optional<Secret> rotate(long token) {
        return send("POST", "personal_access_tokens/" + token + "/rotate", "{}").flatMap(Operator::value);
    }

    /** A new token for this user; empty when GitLab does not want to. */
    Optional<Secret> make(long user, LocalDate expiry) {
        return send(
                        "POST",
                        "users/" + user + "/personal_access_tokens",
                        "{\"name\": \"by hand\", \"scopes\": [\"api\"], \"expires_at\": \"" + expiry + "\"}")
                .flatMap(Operator::value);
    }

    void block(long user, boolean blocked) {
        Optional<JsonNode> _ = send("POST", "users/" + user + (blocked ? "/block" : "/unblock"), "{}");
    }

    private static Optional<Secret> value(JsonNode made) {
        return made.path("token").stringValueOpt().map(Secret::of);
    }

    /** Empty unless the answer is a success with a body. */
    private Optional<JsonNode> send(String method, String path, String body) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    gitlab.resolve("/api/v4/" + path).toURL().openConnection();
            connection.setRequestMethod(method);
            TOKEN.reveal(value -> {
                connection.setRequestProperty("PRIVATE-TOKEN", value);
                return value;
            });
            connection.setRequestProperty("Connection", "close");
            write(connection, body);
            return connection.getResponseCode() / 100 == 2 ? read(connection) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(HttpURLConnection connection, String body) throws IOException {
        if (!body.isEmpty()) {
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(UTF_8));
            }
        }
    }

    private static Optional<JsonNode> read(HttpURLConnection connection) throws IOException {
        try (InputStream in = connection.getInputStream()) {
            byte[] bytes = in.readAllBytes();
            return bytes.length == 0
                    ? Optional.empty()
                    : Optional.of(JsonMapper.shared().readTree(bytes));
        }
    }
}
