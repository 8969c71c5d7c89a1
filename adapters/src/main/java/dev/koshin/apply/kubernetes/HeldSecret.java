package dev.koshin.apply.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.Secret;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A Secret that pods read. Holds values, so it has no text form. */
final class HeldSecret {
    private final JsonNode body;

    HeldSecret(JsonNode body) {
        this.body = body;
    }

    boolean holds(String key, Fingerprint fresh) {
        String text = new String(
                Base64.getDecoder().decode(body.path("data").path(key).asString("")), UTF_8);
        return !text.isBlank() && Secret.of(text).fingerprint().equals(fresh);
    }

    /** When {@code key} was written last, as the API server's clock says; empty if nobody noted it. */
    Optional<Instant> changed(String key) {
        return body.path("metadata").path("managedFields").values().stream()
                .filter(entry -> entry.path("fieldsV1").path("f:data").has("f:" + key))
                .flatMap(entry -> Pod.instant(entry.path("time").asString("")).stream())
                .max(Comparator.naturalOrder());
    }
}
