package dev.koshin.target.helmvalues;

import dev.koshin.file.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Follows the parser through the file and notes where every value stands. Aliases are not followed. */
final class Walk {
    private final String text;
    private final int[] indexes;
    private final Deque<Level> open = new ArrayDeque<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Anchor, Integer> aliases = new HashMap<>();
    private final List<Integer> documents = new ArrayList<>();

    Walk(String text) {
        this.text = text;
        this.indexes = indexes(text);
    }

    /** The parser counts characters, Java counts halves of those beyond the first plane. */
    private static int[] indexes(String text) {
        int[] indexes = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = at;
            at += i + 1 < indexes.length ? Character.charCount(text.codePointAt(at)) : 0;
        }
        return indexes;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** The line of the first use of each anchor that is used. */
    Map<Anchor, Integer> aliases() {
        return aliases;
    }

    /** The lines in which documents begin. */
    List<Integer> documents() {
        return documents;
    }

    void take(Event event) {
        switch (event) {
            case DocumentStartEvent start -> documents.add(line(start));
            case MappingStartEvent start -> open.push(new Level(enter(start), true));
            case SequenceStartEvent start -> open.push(new Level(enter(start), false));
            case MappingEndEvent _, SequenceEndEvent _ -> open.pop();
            case AliasEvent alias -> {
                aliases.putIfAbsent(alias.getAlias(), line(alias));
                enter(alias);
            }
            case ScalarEvent scalar -> enter(scalar);
            default -> {
                // the end of the document or of the file
            }
        }
    }

    /** Notes the node unless it is a key; where it stands, in any case. */
    private List<String> enter(NodeEvent event) {
        Level level = open.peek();
        if (level == null) {
            nodes.add(new Node(List.of(), event, line(event), content(event)));
            return List.of();
        }
        if (level.awaitsKey()) {
            level.open(event instanceof ScalarEvent scalar ? scalar.getValue() : "?", line(event));
            return level.place();
        }
        Node node = new Node(level.place(), event, level.line(line(event)), content(event));
        level.close();
        nodes.add(node);
        return node.path();
    }

    private Piece content(NodeEvent event) {
        int from = index(event.getStartMark().orElseThrow().getIndex());
        int to = index(event.getEndMark().orElseThrow().getIndex());
        if (!(event instanceof ScalarEvent scalar)) {
            return new Piece(from, "");
        }
        return Node.isQuoted(scalar) && to - from > 1 ? Piece.of(text, from + 1, to - 1) : Piece.of(text, from, to);
    }

    private int index(int characters) {
        return indexes[characters];
    }

    private static int line(Event event) {
        return event.getStartMark().orElseThrow().getLine() + 1;
    }

    /** A mapping or a list that has not ended yet. */
    private static final class Level {
        private final List<String> path;
        private final boolean mapping;
        private Optional<String> key = Optional.empty();
        private int keyLine;
        private int entries;

        Level(List<String> path, boolean mapping) {
            this.path = path;
            this.mapping = mapping;
        }

        boolean awaitsKey() {
            return mapping && key.isEmpty();
        }

        void open(String name, int line) {
            key = Optional.of(name);
            keyLine = line;
        }

        /** Where the next value stands. */
        List<String> place() {
            String own = key.orElseGet(() -> "[" + entries + "]");
            return Stream.concat(path.stream(), Stream.of(own)).toList();
        }

        /** Where an operator looks for it: the line of its key. */
        int line(int ofTheValue) {
            return mapping ? keyLine : ofTheValue;
        }

        void close() {
            key = Optional.empty();
            entries++;
        }
    }
}
