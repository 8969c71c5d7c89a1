package dev.koshin.simulator.recordings;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares JSON: keys and types everywhere, values where both sides were asked for the same. */
final class Bodies {
    /** Set by the request or by the seed, so that the simulator has to answer the same. */
    private static final Set<String> WITH_VALUE = Set.of(
            "access_level",
            "active",
            "bot",
            "description",
            "enterprise",
            "expired",
            "expires_at",
            "full_path",
            "granular",
            "impersonation",
            "is_admin",
            "locked",
            "message",
            "name",
            "path",
            "path_with_namespace",
            "resource_type",
            "revision",
            "revoked",
            "scopes",
            "state",
            "username",
            "version",
            "visibility");

    private final List<Difference> differences;

    private Bodies(List<Difference> differences) {
        this.differences = differences;
    }

    static void compare(JsonNode recorded, JsonNode simulated, List<Difference> differences) {
        new Bodies(differences).node("$", recorded, simulated);
    }

    private void node(String place, JsonNode recorded, JsonNode simulated) {
        if (!type(recorded).equals(type(simulated))) {
            differ(place, type(recorded), type(simulated));
        } else if (recorded.isObject()) {
            object(place, recorded, simulated);
        } else if (recorded.isArray()) {
            array(place, recorded, simulated);
        }
    }

    private void object(String place, JsonNode recorded, JsonNode simulated) {
        Set<String> keys = new TreeSet<>(recorded.propertyNames());
        keys.addAll(simulated.propertyNames());
        for (String key : keys) {
            node(place + "." + key, recorded.path(key), simulated.path(key));
            if (WITH_VALUE.contains(key) && sameButForTheValue(recorded.path(key), simulated.path(key))) {
                differ(
                        place + "." + key,
                        recorded.path(key).toString(),
                        simulated.path(key).toString());
            }
        }
    }

    private static boolean sameButForTheValue(JsonNode recorded, JsonNode simulated) {
        return type(recorded).equals(type(simulated)) && !recorded.isObject() && !recorded.equals(simulated);
    }

    private void array(String place, JsonNode recorded, JsonNode simulated) {
        if (recorded.size() != simulated.size()) {
            differ(place, recorded.size() + " elements", simulated.size() + " elements");
            return;
        }
        for (int index = 0; index < recorded.size(); index++) {
            node(place + "[" + index + "]", recorded.path(index), simulated.path(index));
        }
    }

    private void differ(String place, String recorded, String simulated) {
        differences.add(new Difference("body " + place, recorded, simulated));
    }

    private static String type(JsonNode node) {
        return node.isMissingNode() ? "(missing)" : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
