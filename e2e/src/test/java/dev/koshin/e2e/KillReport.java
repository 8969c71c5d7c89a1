package dev.koshin.e2e;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Where kills struck, as the journal shows it. */
final class KillReport {
    private KillReport() {}

    /** The last entry that a process wrote that was {@code started} then and {@code dead} then. */
    static String state(List<JsonNode> entries, Instant started, Instant dead) {
        return entries.stream()
                .filter(entry -> within(Instant.parse(entry.path("at").asString()), started, dead))
                .reduce((_, last) -> last)
                .map(entry -> "after " + entry.path("step").asString())
                .orElse("before the first entry");
    }

    private static boolean within(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && !at.isAfter(to);
    }

    static Map<String, Long> counted(List<String> states) {
        return states.stream().collect(Collectors.groupingBy(state -> state, TreeMap::new, Collectors.counting()));
    }
}
