package dev.koshin.target.kubernetessecret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.model.Secret;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A Secret at one moment. Holds values, so it has no text form. */
final class SecretImage {
    /** The API server's own bound for the values of a Secret together. */
    static final int LARGEST_BYTES = 1 << 20;

    private static final int DIGEST_BYTES = 8;

    private final JsonNode body;

    SecretImage(JsonNode body) {
        this.body = body;
    }

    String uid() {
        return body.path("metadata").path("uid").asString("");
    }

    String resourceVersion() {
        return body.path("metadata").path("resourceVersion").asString("");
    }

    boolean isImmutable() {
        return body.path("immutable").asBoolean(false);
    }

    SortedSet<String> keys() {
        SortedSet<String> keys = new TreeSet<>();
        body.path("data").properties().forEach(entry -> keys.add(entry.getKey()));
        return keys;
    }

    /** How many bytes {@code key} may have. */
    int room(String key) {
        return LARGEST_BYTES
                - keys().stream()
                        .filter(other -> !other.equals(key))
                        .mapToInt(other -> bytes(other).length)
                        .sum();
    }

    /** What {@code key} holds, blanks being nothing; empty if it is no text in UTF-8. */
    Optional<Held> held(String key) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(key))).toString();
            return Optional.of(text.isBlank() ? new Held.Nothing() : new Held.Value(Secret.of(text)));
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private byte[] bytes(String key) {
        return Base64.getDecoder().decode(body.path("data").path(key).asString(""));
    }

    /** Where {@code key} stands. */
    static Place.Cell cell(String key) {
        return new Place.Cell(key, "data");
    }

    /** A digest of everything that is not the API server's own: values, labels, annotations, type and the like. */
    SortedMap<Place.Cell, String> cells() {
        SortedMap<Place.Cell, String> cells = new TreeMap<>();
        body.path("data").properties().forEach(entry -> add(cells, cell(entry.getKey()), entry));
        JsonNode metadata = body.path("metadata");
        for (String group : new String[] {"labels", "annotations"}) {
            metadata.path(group)
                    .properties()
                    .forEach(entry -> add(cells, new Place.Cell(entry.getKey(), group), entry));
        }
        for (String part : new String[] {"finalizers", "ownerReferences"}) {
            metadata.optional(part).ifPresent(value -> cells.put(new Place.Cell("", part), digest(value.toString())));
        }
        for (String part : new String[] {"type", "immutable"}) {
            body.optional(part).ifPresent(value -> cells.put(new Place.Cell("", part), digest(value.toString())));
        }
        return cells;
    }

    private static void add(SortedMap<Place.Cell, String> cells, Place.Cell cell, Map.Entry<String, JsonNode> entry) {
        cells.put(cell, digest(entry.getValue().asString("")));
    }

    /** The cells that differ from {@code before}, and those that came or went. */
    SortedSet<Place.Cell> changedSince(SecretImage before) {
        SortedMap<Place.Cell, String> now = cells();
        SortedMap<Place.Cell, String> then = before.cells();
        SortedSet<Place.Cell> changed = new TreeSet<>(now.keySet());
        changed.addAll(then.keySet());
        changed.removeIf(cell -> now.containsKey(cell) && now.get(cell).equals(then.get(cell)));
        return changed;
    }

    private static String digest(String content) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
            return HexFormat.of().formatHex(sha256, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
