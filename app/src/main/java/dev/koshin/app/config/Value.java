package dev.koshin.app.config;

import dev.koshin.model.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value of the file. Asking for a shape that it does not have yields nothing and adds a problem.
 *
 * @param path such as {@code gitlab.admin[0].env}
 * @param opened where its key stands; its own place if it has no key
 */
record Value(Node node, String path, Position opened, Problems problems) {
    /** The path of the whole file. */
    static final String ROOT = ".";

    private static final int LONGEST_SHOWN = 60;

    /** A text that is not blank. */
    Optional<String> text() {
        if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.STR)) {
            boolean quotable = node instanceof ScalarNode && !isNothing() && !isVariable();
            return wrongType("text", quotable ? "put it in quotes" : "");
        }
        return scalar.getValue().isBlank() ? badValue("", "is empty") : Optional.of(scalar.getValue());
    }

    /** A whole number within these bounds, both included. */
    Optional<Integer> integer(int least, int most) {
        if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.INT)) {
            return wrongType("a whole number", "");
        }
        try {
            int number = Integer.parseInt(scalar.getValue());
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException _) {
            // far out of bounds
        }
        return badValue(scalar.getValue(), "must be from " + least + " to " + most);
    }

    /** A duration within these bounds, both included and written as in the file. */
    Optional<Duration> duration(String least, String most) {
        if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.STR)) {
            return wrongType("a duration", "write a number and a unit, such as 60d, 24h, 30m or 45s");
        }
        Optional<Duration> duration = Durations.parse(scalar.getValue());
        if (duration.isEmpty()) {
            return badValue(scalar.getValue(), "must be a number and a unit, such as 60d, 24h, 30m or 45s");
        }
        boolean within = duration.get().compareTo(Durations.parse(least).orElseThrow()) >= 0
                && duration.get().compareTo(Durations.parse(most).orElseThrow()) <= 0;
        return within ? duration : badValue(scalar.getValue(), "must be from " + least + " to " + most);
    }

    /** A text that is one of these. */
    Optional<String> oneOf(Collection<String> known) {
        return text().flatMap(text -> known.contains(text)
                ? Optional.of(text)
                : badValue(text, "is not supported by this version, which knows " + String.join(", ", known)));
    }

    /** A section with the keys of {@code shape}; its unknown and missing keys are reported right away. */
    Optional<Section> section(Shape shape) {
        return isSection() ? Optional.of(Section.of(this, shape)) : wrongType("a section of keys", "");
    }

    /** A section whose key {@code kind} has this value. The keys of another kind are not judged. */
    Optional<Section> section(String kind, Shape shape) {
        Optional<Value> written = Members.look(this, "kind");
        boolean other =
                written.isPresent() && written.get().oneOf(List.of(kind)).isEmpty();
        return other ? Optional.empty() : section(shape);
    }

    /** Which of these its key {@code kind} names; a section without that key, or with another one, is reported. */
    Optional<String> kind(Collection<String> known) {
        if (!isSection()) {
            return wrongType("a section of keys", "");
        }
        Optional<Value> written = Members.look(this, "kind");
        if (written.isEmpty()) {
            problems.add(opened, Reason.CONFIG_KEY_MISSING, Members.path(this, "kind"));
        }
        return written.flatMap(value -> value.oneOf(known));
    }

    /** A section whose keys are names that somebody chose. */
    Map<String, Value> entries() {
        if (isSection()) {
            return Members.of(this, _ -> true);
        }
        wrongType("a section of keys", "");
        return Map.of();
    }

    /** A list with one entry at least. */
    List<Value> items() {
        if (!(node instanceof SequenceNode sequence)) {
            wrongType("a list", "");
            return List.of();
        }
        if (sequence.getValue().isEmpty()) {
            badValue("", "needs one entry at least");
        }
        List<Value> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            String itemPath = path + "[" + items.size() + "]";
            items.add(new Value(item, itemPath, Position.of(item.getStartMark()), problems));
        }
        return items;
    }

    boolean isText() {
        return node instanceof ScalarNode && node.getTag().equals(Tag.STR);
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isSection() {
        return node instanceof MappingNode;
    }

    /** An explicit null, or a key with nothing behind it. */
    boolean isNothing() {
        return node.getTag().equals(Tag.NULL);
    }

    /** Written as <code>${X}</code>, which some programs replace. */
    private boolean isVariable() {
        return node.getTag().equals(Tag.ENV_TAG);
    }

    /** Reports a value of another type; yields nothing. */
    <T> Optional<T> wrongType(String expected, String hint) {
        problems.add(position(), Reason.CONFIG_WRONG_TYPE, path, expected, found(), hint);
        return Optional.empty();
    }

    /**
     * Reports a value that cannot be; yields nothing.
     *
     * @param value empty wherever somebody might have written a secret by mistake
     */
    <T> Optional<T> badValue(String value, String why) {
        problems.add(position(), Reason.CONFIG_BAD_VALUE, path, shown(value), why);
        return Optional.empty();
    }

    /** Reports that the key of this value cannot be; yields nothing. */
    <T> Optional<T> badKey(String why) {
        problems.add(opened, Reason.CONFIG_BAD_VALUE, path, "", why);
        return Optional.empty();
    }

    private Position position() {
        return Position.of(node.getStartMark());
    }

    private String found() {
        if (isNothing()) {
            return "nothing";
        }
        if (isVariable()) {
            return "${…}, which is not replaced here";
        }
        return switch (node) {
            case MappingNode _ -> "a section of keys";
            case SequenceNode _ -> "a list";
            default -> foundScalar(node.getTag());
        };
    }

    private static String foundScalar(Tag tag) {
        if (tag.equals(Tag.STR)) {
            return "text";
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return "a number";
        }
        return tag.equals(Tag.BOOL) ? "true or false" : "something that is tagged";
    }

    /** What somebody wrote, fit for one line of a message. */
    static String shown(String written) {
        String line = written.codePoints()
                .limit(LONGEST_SHOWN)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return written.length() > line.length() ? line + "…" : line;
    }

    /** What the file holds must not be printed. */
    @Override
    public String toString() {
        return path;
    }
}
