package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Expiry;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.UserId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A token as GitLab writes it. Versions differ in keys such as {@code description} and {@code granular}; only those
 * that every version since 13 has are read.
 */
final class TokenJson {
    private TokenJson() {}

    /** Empty when something that every GitLab sends is missing or of another type. */
    static Optional<Token> read(JsonNode json) {
        long id = json.path("id").longValue(0);
        long user = json.path("user_id").longValue(0);
        try {
            return id <= 0 || user <= 0 || !json.path("scopes").isArray()
                    ? Optional.empty()
                    : text(json, "created_at").map(created -> token(json, id, user, created));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Token token(JsonNode json, long id, long user, String created) {
        return new Token(
                new TokenId(id),
                new UserId(user),
                text(json, "name").orElse(""),
                scopes(json.path("scopes")),
                instant(created),
                text(json, "last_used_at").map(TokenJson::instant),
                text(json, "expires_at").map(LocalDate::parse).map(Expiry::new),
                json.path("revoked").booleanValue(false));
    }

    private static SortedSet<String> scopes(JsonNode array) {
        NavigableSet<String> scopes = new TreeSet<>();
        array.forEach(scope -> scope.stringValueOpt().ifPresent(scopes::add));
        return Collections.unmodifiableNavigableSet(scopes);
    }

    private static Optional<String> text(JsonNode json, String key) {
        return json.path(key).stringValueOpt();
    }

    /** In UTC on most servers, with an offset on those that are set to another time zone. */
    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
