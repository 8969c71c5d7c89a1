package dev.koshin.app.config;

import dev.koshin.model.Reason;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/**
 * Turns a text into a tree of nodes that know their places: YAML 1.2, one document, no merge keys.
 *
 * <p>Of the library's messages only the part that cannot quote the file is passed on.
 */
final class YamlDocument {
    private static final int DEEPEST = 50;
    private static final int MOST_ALIASES = 50;
    private static final List<String> FOLLOWED_BY_A_QUOTE =
            List.of("found undefined alias", "found undefined tag handle", "duplicate tag handle");

    private final String text;
    private final Problems problems;
    private final LoadSettings settings = LoadSettings.builder()
            .setSchema(new JsonSchema())
            .setAllowNonScalarKeys(true)
            .setParseComments(false)
            .build();

    private YamlDocument(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** The root; empty if the text is empty, or is no YAML, which is a problem. */
    static Optional<Node> root(String text, Problems problems) {
        return new YamlDocument(text, problems).root();
    }

    private Optional<Node> root() {
        try {
            return isBounded() ? new Compose(settings).composeString(text) : Optional.empty();
        } catch (MarkedYamlEngineException e) {
            return refuse(Position.of(e.getProblemMark()), harmless(e.getProblem()));
        } catch (ReaderException e) {
            int index = text.offsetByCodePoints(0, e.getPosition());
            return refuse(
                    Position.after(text.substring(0, index)),
                    "the character U+%04X is not allowed".formatted(e.getCodePoint()));
        } catch (YamlEngineException _) {
            return refuse(Position.NONE, "cannot be understood");
        }
    }

    /** Before nodes are made: making them is recursive, and reading them follows each alias. */
    private boolean isBounded() {
        int depth = 0;
        int aliases = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            depth += switch (event.getEventId()) {
                case MappingStart, SequenceStart -> 1;
                case MappingEnd, SequenceEnd -> -1;
                default -> 0;
            };
            aliases += event.getEventId() == Event.ID.Alias ? 1 : 0;
            if (depth > DEEPEST || aliases > MOST_ALIASES) {
                refuse(
                        Position.of(event.getStartMark()),
                        depth > DEEPEST
                                ? "is nested deeper than " + DEEPEST + " levels"
                                : "uses more than " + MOST_ALIASES + " aliases");
                return false;
            }
        }
        return true;
    }

    private Optional<Node> refuse(Position at, String why) {
        problems.add(at, Reason.CONFIG_NOT_YAML, why);
        return Optional.empty();
    }

    private static String harmless(String problem) {
        return FOLLOWED_BY_A_QUOTE.stream()
                .filter(problem::startsWith)
                .findFirst()
                .orElse(problem);
    }
}
