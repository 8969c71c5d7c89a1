package dev.koshin.simulator.api.project;

import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.profile.Minor;
import dev.koshin.simulator.profile.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.node.ObjectNode;

/**
 * A large entity as a JSON file: its keys in their order with the values of a fresh installation; {@code null} for what
 * has to be filled in. A key like {@code archived@18.0} exists in some releases only.
 */
final class Template {
    private final ObjectNode usual;

    private Template(ObjectNode usual) {
        this.usual = usual;
    }

    /** The file of this name beside this class, as a release has it. */
    static Template read(String file, Minor release) {
        try (InputStream in = Template.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the file " + file + " is not in the simulator's jar");
            }
            ObjectNode node = Json.NODES.objectNode();
            Json.MAPPER
                    .readTree(in)
                    .propertyStream()
                    .forEach(entry ->
                            Words.in(entry.getKey(), release).ifPresent(key -> node.set(key, entry.getValue())));
            return new Template(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode copy() {
        return usual.deepCopy();
    }
}
