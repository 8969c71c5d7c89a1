package dev.koshin.target.helmvalues;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Finds the one scalar at a path, and every reason not to touch it. */
final class Search {
    private static final String PLACEHOLDER = "{{";

    private final ValuesText values;
    private final String name;

    /** @param name of the target, for problems */
    Search(ValuesText values, String name) {
        this.values = values;
        this.name = name;
    }

    /** Done with the scalar if it stands there once, by itself, and nobody else uses it. */
    Effect<Node> find(List<String> path) {
        if (values.documents().size() > 1) {
            return refused("line " + values.documents().get(1) + " begins another document");
        }
        List<Node> way = new ArrayList<>();
        for (int depth = 0; depth <= path.size(); depth++) {
            List<Node> here = values.at(path.subList(0, depth));
            if (here.size() != 1) {
                return here.isEmpty() ? missing(way) : twice(here);
            }
            way.add(here.getFirst());
        }
        return judged(way);
    }

    private Effect<Node> missing(List<Node> way) {
        return !way.isEmpty() && way.getLast().event() instanceof AliasEvent
                ? refused("line " + way.getLast().line() + " is an alias of what stands elsewhere")
                : new Effect.Refused<>(Problem.of(Reason.TARGET_ROW_MISSING, name));
    }

    private Effect<Node> twice(List<Node> here) {
        return refused("lines " + here.get(0).line() + " and " + here.get(1).line() + " both hold "
                + here.getFirst().path().getLast());
    }

    /** @param way the root, and what stands at every further key */
    private Effect<Node> judged(List<Node> way) {
        Node node = way.getLast();
        if (holdsPlaceholder(node)) {
            return new Effect.Refused<>(Problem.of(Reason.TARGET_HOLDS_PLACEHOLDER, name, "line " + node.line()));
        }
        return Stream.of(
                        flaw(node),
                        way.stream().flatMap(one -> shared(one).stream()).findFirst())
                .flatMap(Optional::stream)
                .findFirst()
                .<Effect<Node>>map(this::refused)
                .orElseGet(() -> new Effect.Done<>(node));
    }

    /** Without quotes a placeholder is read as a mapping within a mapping. */
    private boolean holdsPlaceholder(Node node) {
        return node.scalar()
                .map(scalar -> scalar.getValue().contains(PLACEHOLDER))
                .orElseGet(() ->
                        values.text().startsWith(PLACEHOLDER, node.content().from()));
    }

    private static Optional<String> flaw(Node node) {
        String line = "line " + node.line() + " ";
        if (node.event() instanceof AliasEvent) {
            return Optional.of(line + "is an alias of what stands elsewhere");
        }
        return node.scalar()
                .map(scalar -> flaw(node, scalar).map(line::concat))
                .orElseGet(() -> Optional.of(line + "holds a section, not a value"));
    }

    private static Optional<String> flaw(Node node, ScalarEvent scalar) {
        if (node.anchor().isPresent()) {
            return Optional.of("has an anchor");
        }
        if (scalar.getTag().isPresent()) {
            return Optional.of("has a tag");
        }
        if (!scalar.isPlain() && !Node.isQuoted(scalar)) {
            return Optional.of("is a block of text");
        }
        return node.content().text().indexOf('\n') >= 0 ? Optional.of("goes on over several lines") : Optional.empty();
    }

    private Optional<String> shared(Node node) {
        return node.anchor()
                .flatMap(values::use)
                .map(use -> "line " + node.line() + " has an anchor that line " + use + " uses too");
    }

    private <T> Effect<T> refused(String why) {
        return new Effect.Refused<>(Problem.of(Reason.TARGET_NOT_EDITABLE, name, why));
    }
}
