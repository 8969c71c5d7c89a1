package dev.koshin.simulator.web.oauth;

import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.http.Reply;
import dev.koshin.simulator.web.answer.Replies;
import java.time.Instant;
import java.util.Locale;

/** Doorkeeper's ways of saying no, word for word. */
enum Refusal {
    INVALID_CLIENT(
            401,
            "Client authentication failed due to unknown client, no client authentication included, or unsupported"
                    + " authentication method."),
    INVALID_GRANT(
            400,
            "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in"
                    + " the authorization request, or was issued to another client."),
    INVALID_SCOPE(400, "The requested scope is invalid, unknown, or malformed."),
    UNSUPPORTED_GRANT_TYPE(400, "The authorization grant type is not supported by the authorization server.");

    private final int status;
    private final String description;

    Refusal(int status, String description) {
        this.status = status;
        this.description = description;
    }

    Reply reply(Instant now) {
        String error = name().toLowerCase(Locale.ROOT);
        return Replies.json(status, Json.error(error).put("error_description", description), now);
    }
}
