package dev.koshin.target.helmvalues;

import dev.koshin.file.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A values file, taken apart. */
final class ValuesText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String DANGER = "reinstall";

    /** What a template takes for false, as Helm's YAML 1.1 reads it. */
    private static final Set<String> FALSE =
            Set.of("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N", "0");

    private final String text;
    private final List<String> events = new ArrayList<>();
    private final Walk walk;

    private ValuesText(String text) {
        this.text = text;
        this.walk = new Walk(text);
    }

    /**
     * Takes {@code text} apart.
     *
     * @throws Unparsable if it is no YAML; says where, and repeats nothing of the file
     */
    static ValuesText of(String text) throws Unparsable {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            throw new Unparsable("the file starts with a byte order mark");
        }
        ValuesText values = new ValuesText(text);
        try {
            for (Event event : new Parse(LoadSettings.builder().build()).parseString(text)) {
                values.events.add(event.toString());
                values.walk.take(event);
            }
            return values;
        } catch (MarkedYamlEngineException e) {
            throw new Unparsable(e.getProblemMark().map(ValuesText::place).orElse("the file") + " is not YAML");
        } catch (YamlEngineException _) {
            throw new Unparsable("the file is not YAML");
        }
    }

    private static String place(Mark mark) {
        return "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }

    String text() {
        return text;
    }

    /** Every value, in the order of the file. */
    List<Node> nodes() {
        return walk.nodes();
    }

    List<Node> at(List<String> path) {
        return nodes().stream().filter(node -> node.path().equals(path)).toList();
    }

    /** The line that uses {@code anchor} first. */
    Optional<Integer> use(Anchor anchor) {
        return Optional.ofNullable(walk.aliases().get(anchor));
    }

    /** The lines in which documents begin. */
    List<Integer> documents() {
        return walk.documents();
    }

    /** The first line that may tell the chart to install anew. */
    Optional<Integer> reinstalling() {
        return nodes().stream()
                .filter(node -> !node.path().isEmpty() && node.path().getLast().equals(DANGER))
                .filter(node -> node.event() instanceof AliasEvent
                        || node.scalar().filter(ValuesText::isTrue).isPresent())
                .map(Node::line)
                .findFirst();
    }

    /** A template takes every text for true, {@code "false"} too. */
    private static boolean isTrue(ScalarEvent scalar) {
        return scalar.isPlain()
                ? !Node.isNull(scalar) && !FALSE.contains(scalar.getValue())
                : !scalar.getValue().isEmpty();
    }

    /** How many of the parser's steps differ; {@link Integer#MAX_VALUE} if there are more or fewer steps. */
    int differences(ValuesText other) {
        if (events.size() != other.events.size()) {
            return Integer.MAX_VALUE;
        }
        int differences = 0;
        for (int i = 0; i < events.size(); i++) {
            differences += events.get(i).equals(other.events.get(i)) ? 0 : 1;
        }
        return differences;
    }

    /** The characters that stand for a scalar; a plain one takes the blanks before it along. */
    Piece cell(Node node) {
        int from = node.content().from();
        boolean plain = node.scalar().filter(ScalarEvent::isPlain).isPresent();
        while (plain && from > 0 && " \t".indexOf(text.charAt(from - 1)) >= 0) {
            from--;
        }
        return Piece.of(text, from, node.content().to());
    }

    /** Every scalar that is a value. */
    Stream<Node> scalars() {
        return nodes().stream().filter(node -> node.scalar().isPresent());
    }

    /** Everything but the scalars. */
    String rest() {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (Node node : scalars().toList()) {
            Piece cell = cell(node);
            rest.append(text, from, Math.max(from, cell.from())).append('\0');
            from = Math.max(from, cell.to());
        }
        return rest.append(text.substring(from)).toString();
    }

    /** The values must not be printed. */
    @Override
    public String toString() {
        return nodes().toString();
    }

    /** The text is no YAML. */
    static final class Unparsable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String why;

        Unparsable(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }
}
