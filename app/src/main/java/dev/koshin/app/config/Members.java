package dev.koshin.app.config;

import dev.koshin.model.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the keys of a mapping. */
final class Members {
    /** Stands for a key that may be a secret. */
    static final String HIDDEN = "****";

    private Members() {}

    /**
     * The values by their keys, in the order of the file. Reports keys that are there twice, of which the first counts,
     * and keys that are no text.
     *
     * @param harmless whether a key may be part of a problem
     */
    static Map<String, Value> of(Value section, Predicate<String> harmless) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (NodeTuple tuple : ((MappingNode) section.node()).getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                String name = harmless.test(key.getValue()) ? Value.shown(key.getValue()) : HIDDEN;
                Value value = member(section, name, tuple);
                Optional.ofNullable(members.putIfAbsent(key.getValue(), value)).ifPresent(first -> twice(first, value));
            } else {
                member(section, "?", new NodeTuple(tuple.getKeyNode(), tuple.getKeyNode()))
                        .wrongType("text as a key", "");
            }
        }
        return members;
    }

    private static void twice(Value first, Value second) {
        second.problems()
                .add(
                        second.opened(),
                        Reason.CONFIG_KEY_TWICE,
                        second.path(),
                        Integer.toString(first.opened().line()));
    }

    /** The value of one key, without a judgement on the others. */
    static Optional<Value> look(Value section, String key) {
        return section.node() instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .findFirst()
                        .map(tuple -> member(section, key, tuple))
                : Optional.empty();
    }

    private static Value member(Value section, String name, NodeTuple tuple) {
        Node key = tuple.getKeyNode();
        return new Value(
                tuple.getValueNode(), path(section, name), Position.of(key.getStartMark()), section.problems());
    }

    /** The full path of a key in this section. */
    static String path(Value section, String name) {
        return section.path().equals(Value.ROOT) ? name : section.path() + "." + name;
    }
}
