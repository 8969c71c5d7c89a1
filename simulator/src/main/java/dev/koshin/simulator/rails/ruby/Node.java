package dev.koshin.simulator.rails.ruby;

import java.util.List;
import java.util.Map;

/** A part of a script. */
public sealed interface Node {
    /** {@code nil}. */
    record Nil() implements Node {}

    /** A whole number. */
    record Whole(long value) implements Node {}

    /** A text without anything to fill in, or a symbol. */
    record Literal(String text) implements Node {}

    /** A text whose parts are put together. */
    record Text(List<Node> parts) implements Node {}

    /** A list. */
    record Items(List<Node> items) implements Node {}

    /** A variable. */
    record Name(String name) implements Node {}

    /** {@code User}. */
    record Constant(String name) implements Node {}

    /**
     * A call.
     *
     * @param safe {@code &.}: nothing happens on nil
     */
    record Call(Node on, String method, boolean safe, Arguments arguments) implements Node {}

    /** {@code name = value}. */
    record Assignment(String name, Node value) implements Node {}

    /** {@code on.attribute = value}. */
    record AttributeAssignment(Node on, String attribute, Node value) implements Node {}

    /** {@code a && b}. */
    record Both(Node left, Node right) implements Node {}

    /** {@code if}, with what follows {@code else}; {@code unless} is the same the other way round. */
    record If(Node condition, List<Statement> then, List<Statement> otherwise) implements Node {}

    /** {@code begin … rescue => name … end}. */
    record Guarded(List<Statement> body, String name, List<Statement> handler) implements Node {}

    /** {@code on.each do |name| … end}. */
    record Each(Node on, String name, List<Statement> body) implements Node {}

    /** {@code puts a, b}. */
    record Puts(List<Node> values) implements Node {}

    /** What stands in brackets after a method. */
    record Arguments(List<Node> plain, Map<String, Node> named) {}

    /** One statement and the line that it begins in. */
    record Statement(Node node, int line) {}
}
