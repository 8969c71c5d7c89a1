package dev.koshin.simulator.recordings;

import dev.koshin.simulator.seed.SeedSpace;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The groups and projects that recorded answers show. */
final class RecordedSpaces {
    private final List<JsonNode> nodes;
    private final Map<Long, Integer> members;

    /** @param members of every group, and so of the projects in them */
    RecordedSpaces(List<JsonNode> nodes, Map<Long, Integer> members) {
        this.nodes = List.copyOf(nodes);
        this.members = Map.copyOf(members);
    }

    /** A group above another one is known by its id and path only. */
    List<SeedSpace> groups() {
        Map<Long, SeedSpace> groups = new HashMap<>();
        nodes.stream().filter(RecordedSpaces::isGroup).forEach(node -> {
            String path = node.path("full_path").asString();
            groups.put(node.path("id").asLong(), space(node, path, members));
            if (path.contains("/")) {
                long above = node.path("parent_id").asLong();
                groups.putIfAbsent(above, SeedSpace.of(above, path.substring(0, path.lastIndexOf('/')), members));
            }
        });
        return List.copyOf(groups.values());
    }

    List<SeedSpace> projects() {
        Map<Long, SeedSpace> projects = new HashMap<>();
        nodes.stream()
                .filter(node -> node.has("path_with_namespace"))
                .forEach(node -> projects.put(
                        node.path("id").asLong(),
                        space(node, node.path("path_with_namespace").asString(), Map.of())));
        return List.copyOf(projects.values());
    }

    private static boolean isGroup(JsonNode node) {
        return node.has("full_path") && node.path("kind").asString("group").equals("group");
    }

    private static SeedSpace space(JsonNode node, String path, Map<Long, Integer> members) {
        return new SeedSpace(
                node.path("id").asLong(),
                path,
                node.path("name").stringValueOpt(),
                false,
                node.path("created_at").stringValueOpt().map(Instant::parse),
                Optional.of(members));
    }
}
