package dev.koshin.kubernetes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The objects of a pretend cluster, each with a version that rises with every change. */
public final class Resources {
    private final Map<String, ObjectNode> objects = new TreeMap<>();
    private final Applying applying = new Applying();
    private Consumer<ObjectNode> controller = _ -> {};
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private int version = 100;

    /** Stores {@code object} as somebody else would, at {@code namespaces/NAMESPACE/KIND/NAME}. */
    public synchronized void put(String path, ObjectNode object) {
        Optional<JsonNode> uid = Optional.ofNullable(objects.get(path))
                .flatMap(before -> before.path("metadata").optional("uid"));
        ObjectNode metadata = metadata(object);
        metadata.put("resourceVersion", Integer.toString(++version));
        metadata.put("uid", uid.map(JsonNode::asString).orElse("uid-" + version));
        objects.put(path, object);
    }

    /** A copy of what is stored. */
    public synchronized ObjectNode get(String path) {
        return Optional.ofNullable(objects.get(path)).orElseThrow().deepCopy();
    }

    /** Changes what is stored, as somebody else would. */
    public synchronized void edit(String path, Consumer<ObjectNode> change) {
        ObjectNode copy = get(path);
        change.accept(copy);
        put(path, copy);
    }

    /** Deletes it. */
    public synchronized void delete(String path) {
        objects.remove(path);
    }

    /** What admission makes of every Secret that is applied, dry or not. */
    public void admission(Consumer<ObjectNode> change) {
        applying.admission(change);
    }

    /** Somebody who cannot say what would happen without letting it happen. */
    public void refuseDryRuns() {
        applying.refuseDryRuns();
    }

    /** What is done with a Deployment whenever it was patched. */
    public synchronized void controller(Consumer<ObjectNode> reaction) {
        controller = reaction;
    }

    /** The time that changes are noted with. */
    public synchronized void time(Instant instant) {
        now = instant;
    }

    synchronized Said answer(Heard request, Set<String> forbidden) {
        List<String> words = request.segments();
        int from = words.indexOf("namespaces");
        if (from < 0 && request.method().equals("GET")) {
            return everywhere(words.getLast());
        }
        if (from < 0) {
            return review(request, forbidden);
        }
        String path = String.join("/", words.subList(from, words.size()));
        return switch (request.method()) {
            case "GET" -> words.size() > from + 3 ? one(path) : list(path, request);
            case "PATCH" -> patch(path, request);
            default -> Said.status(405, "MethodNotAllowed", request.method());
        };
    }

    private Said review(Heard request, Set<String> forbidden) {
        JsonNode asked = request.json().path("spec").path("resourceAttributes");
        String right =
                asked.path("verb").asString() + " " + asked.path("resource").asString();
        ObjectNode review = JsonMapper.shared().createObjectNode();
        review.putObject("status").put("allowed", !forbidden.contains("really " + right));
        return Said.ok(review);
    }

    private Said one(String path) {
        return Optional.ofNullable(objects.get(path)).map(Said::ok).orElseGet(() -> Said.notFound(path));
    }

    private Said list(String path, Heard request) {
        ObjectNode list = JsonMapper.shared().createObjectNode();
        var items = list.putArray("items");
        objects.forEach((at, object) -> {
            if (at.startsWith(path + "/") && Selection.selects(request, object)) {
                items.add(object);
            }
        });
        return Said.ok(list);
    }

    /** All objects of a kind, in whatever namespace they are. */
    private Said everywhere(String kind) {
        ObjectNode list = JsonMapper.shared().createObjectNode();
        var items = list.putArray("items");
        objects.forEach((path, object) -> {
            String[] words = path.split("/", -1);
            if (words[2].equals(kind)) {
                ObjectNode copy = object.deepCopy();
                metadata(copy).put("namespace", words[1]).put("name", words[3]);
                items.add(copy);
            }
        });
        return Said.ok(list);
    }

    private Said patch(String path, Heard request) {
        Optional<ObjectNode> live = Optional.ofNullable(objects.get(path)).map(ObjectNode::deepCopy);
        String type = request.headers().getOrDefault("content-type", "");
        if (type.startsWith("application/apply-patch+yaml")) {
            return kept(path, request, applying.of(request, live, now));
        }
        if (live.isEmpty()) {
            return Said.notFound(path);
        }
        if (!type.startsWith("application/strategic-merge-patch+json")) {
            return Said.status(415, "UnsupportedMediaType", type);
        }
        ObjectNode merged = live.get();
        Merging.merge(merged, (ObjectNode) request.json());
        metadata(merged).put("generation", metadata(merged).path("generation").asInt(1) + 1);
        Said said = kept(path, request, new Applying.Outcome(Optional.of(merged), Said.ok(merged)));
        controller.accept(get(path));
        return said;
    }

    /** Stores what came out, unless nothing changed or nothing may stay. */
    private Said kept(String path, Heard request, Applying.Outcome outcome) {
        if (outcome.object().isEmpty()) {
            return outcome.said();
        }
        ObjectNode object = outcome.object().get();
        boolean dry = request.only("dryRun").filter("All"::equals).isPresent();
        if (dry || object.equals(objects.get(path))) {
            return Said.ok(object);
        }
        put(path, object);
        return Said.ok(get(path));
    }

    static ObjectNode metadata(ObjectNode object) {
        return object.withObject("/metadata");
    }
}
