package dev.koshin.kubernetes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Server-side apply of the values of a Secret, by the rules of field managers. */
final class Applying {
    private static final int LARGEST_BYTES = 1048576;
    private static final Set<String> ALLOWED = Set.of("apiVersion", "kind", "metadata", "data");

    private Consumer<ObjectNode> admission = _ -> {};
    private boolean dryRuns = true;

    /** @param object what is to be stored; empty after a refusal */
    record Outcome(Optional<ObjectNode> object, Said said) {}

    void admission(Consumer<ObjectNode> change) {
        admission = change;
    }

    void refuseDryRuns() {
        dryRuns = false;
    }

    Outcome of(Heard request, Optional<ObjectNode> live, Instant now) {
        JsonNode patch = request.json();
        Optional<Said> refusal = malformed(request, patch).or(() -> overtaken(patch, live));
        if (refusal.isPresent()) {
            return new Outcome(Optional.empty(), refusal.get());
        }
        ObjectNode object = live.orElseThrow();
        ObjectNode before = object.deepCopy();
        String manager = request.only("fieldManager").orElseThrow();
        Managers managers = new Managers(object);
        List<String> conflicts = managers.conflicts(manager, patch.path("data"));
        if (!conflicts.isEmpty()
                && !request.only("force").filter("true"::equals).isPresent()) {
            return refused(Said.status(409, "Conflict", "conflicts with somebody", conflicts));
        }
        ObjectNode data = object.withObject("/data");
        managers.abandoned(manager, patch.path("data")).forEach(data::remove);
        patch.path("data").properties().forEach(entry -> data.set(entry.getKey(), entry.getValue()));
        managers.own(manager, patch.path("data"), !data.equals(before.path("data")), now);
        admission.accept(object);
        return checked(before, object);
    }

    private static Outcome checked(ObjectNode before, ObjectNode object) {
        if (before.path("immutable").asBoolean(false) && !before.path("data").equals(object.path("data"))) {
            return refused(Said.status(422, "Invalid", "data: field is immutable when immutable is set"));
        }
        int size = object.path("data").values().stream()
                .mapToInt(value -> Base64.getDecoder().decode(value.asString()).length)
                .sum();
        return size > LARGEST_BYTES
                ? refused(Said.status(422, "Invalid", "data: Too long"))
                : new Outcome(Optional.of(object), Said.ok(object));
    }

    private static Outcome refused(Said said) {
        return new Outcome(Optional.empty(), said);
    }

    private Optional<Said> malformed(Heard request, JsonNode patch) {
        Set<String> keys = new HashSet<>();
        patch.properties().forEach(entry -> keys.add(entry.getKey()));
        boolean dry = request.only("dryRun").isPresent();
        boolean sound = ALLOWED.containsAll(keys)
                && patch.path("apiVersion").asString("").equals("v1")
                && patch.path("kind").asString("").equals("Secret")
                && request.only("fieldManager")
                        .filter(name -> name.length() <= 128)
                        .isPresent()
                && request.only("dryRun").stream().allMatch("All"::equals)
                && (dryRuns || !dry);
        return sound ? Optional.empty() : Optional.of(Said.status(400, "BadRequest", "not understood"));
    }

    /** The guards: whoever names a version or an identity means exactly that. */
    private static Optional<Said> overtaken(JsonNode patch, Optional<ObjectNode> live) {
        JsonNode named = patch.path("metadata");
        if (live.isEmpty()) {
            return Optional.of(Said.status(409, "Conflict", "uid mismatch: no existing object was found"));
        }
        JsonNode there = live.get().path("metadata");
        boolean same = List.of("uid", "resourceVersion").stream()
                .allMatch(part -> !named.has(part) || named.path(part).equals(there.path(part)));
        return same ? Optional.empty() : Optional.of(Said.status(409, "Conflict", "the object has been modified"));
    }

    /** Who owns which values. */
    private record Managers(ObjectNode object) {
        private ArrayNode entries() {
            return Resources.metadata(object).withArray("/managedFields");
        }

        private static boolean owns(JsonNode entry, String key) {
            return entry.path("fieldsV1").path("f:data").has("f:" + key);
        }

        /** Values that another manager owns, and that would change. */
        List<String> conflicts(String manager, JsonNode wanted) {
            List<String> conflicts = new ArrayList<>();
            wanted.properties().forEach(entry -> {
                boolean other = entries().values().stream()
                        .anyMatch(one -> owns(one, entry.getKey())
                                && !one.path("manager").asString("").equals(manager));
                if (other && !entry.getValue().equals(object.path("data").path(entry.getKey()))) {
                    conflicts.add(".data." + entry.getKey());
                }
            });
            return conflicts;
        }

        /** Values that this manager applied before, no longer names, and nobody else owns: they are deleted. */
        List<String> abandoned(String manager, JsonNode wanted) {
            List<String> gone = new ArrayList<>();
            object.path("data").properties().forEach(entry -> {
                String key = entry.getKey();
                boolean mine = entries().values().stream().anyMatch(one -> isApplied(one, manager) && owns(one, key));
                boolean others =
                        entries().values().stream().anyMatch(one -> !isApplied(one, manager) && owns(one, key));
                if (mine && !others && !wanted.has(key)) {
                    gone.add(key);
                }
            });
            return gone;
        }

        private static boolean isApplied(JsonNode entry, String manager) {
            return entry.path("manager").asString("").equals(manager)
                    && entry.path("operation").asString("").equals("Apply");
        }

        /** Takes the values over from everybody whose value changed; the time is noted only with a change. */
        void own(String manager, JsonNode wanted, boolean changed, Instant now) {
            ArrayNode kept = JsonMapper.shared().createArrayNode();
            ObjectNode fields = JsonMapper.shared().createObjectNode();
            wanted.properties().forEach(entry -> fields.withObject("/f:data").putObject("f:" + entry.getKey()));
            Optional<JsonNode> mine = Optional.empty();
            for (JsonNode entry : entries()) {
                if (isApplied(entry, manager)) {
                    mine = Optional.of(entry);
                } else {
                    wanted.properties()
                            .forEach(value ->
                                    ((ObjectNode) entry.path("fieldsV1").path("f:data")).remove("f:" + value.getKey()));
                    kept.add(entry);
                }
            }
            ObjectNode entry = mine.map(one -> (ObjectNode) one).orElseGet(kept::objectNode);
            entry.put("manager", manager).put("operation", "Apply").put("apiVersion", "v1");
            if (changed || !entry.has("time")) {
                entry.put("time", now.toString());
            }
            entry.set("fieldsV1", fields);
            kept.add(entry);
            Resources.metadata(object).set("managedFields", kept);
        }
    }
}
