package dev.koshin.simulator.rails.ruby;

import dev.koshin.simulator.rails.ruby.Lexeme.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what has a value. */
final class Expressions {
    static final Node.Arguments NOTHING = new Node.Arguments(List.of(), Map.of());
    /** No variable is called so: these words begin what has no value, or what is not understood. */
    private static final List<String> RESERVED = List.of(
            "true", "false", "if", "unless", "begin", "end", "def", "do", "while", "class", "module", "case", "return",
            "else", "elsif", "rescue");

    private final Cursor cursor;

    Expressions(Cursor cursor) {
        this.cursor = cursor;
    }

    List<Node> list() {
        List<Node> nodes = new ArrayList<>(List.of(expression()));
        while (cursor.skip(",")) {
            nodes.add(expression());
        }
        return nodes;
    }

    /** {@code a && b}. */
    Node condition() {
        Node node = expression();
        while (cursor.skip("&&")) {
            node = new Node.Both(node, expression());
        }
        return node;
    }

    Node expression() {
        Node node = operand();
        while (cursor.skip("+")) {
            node = new Node.Call(node, "+", false, new Node.Arguments(List.of(operand()), Map.of()));
        }
        return node;
    }

    private Node operand() {
        Node node = primary();
        while (cursor.next().is(".") || cursor.next().is("&.") || cursor.next().is("[")) {
            Lexeme sign = cursor.take();
            node = sign.is("[") ? index(node) : call(node, sign.is("&."));
        }
        return node;
    }

    private Node index(Node on) {
        Node key = expression();
        cursor.expect("]");
        return new Node.Call(on, "[]", false, new Node.Arguments(List.of(key), Map.of()));
    }

    private Node call(Node on, boolean safe) {
        Lexeme method = cursor.take();
        if (!method.is(Kind.NAME)) {
            throw Cursor.unexpected(method);
        }
        return new Node.Call(on, method.text(), safe, cursor.skip("(") ? arguments() : NOTHING);
    }

    private Node.Arguments arguments() {
        List<Node> plain = new ArrayList<>();
        Map<String, Node> named = new LinkedHashMap<>();
        while (!cursor.skip(")")) {
            if (cursor.next().is(Kind.LABEL)) {
                named.put(cursor.take().text(), expression());
            } else if (cursor.next().is(Kind.SYMBOL) && cursor.ahead(1).is("=>")) {
                String name = cursor.take().text();
                cursor.expect("=>");
                named.put(name, expression());
            } else {
                plain.add(expression());
            }
            if (!cursor.next().is(")")) {
                cursor.expect(",");
            }
        }
        return new Node.Arguments(plain, named);
    }

    private Node primary() {
        Lexeme lexeme = cursor.take();
        return switch (lexeme.kind()) {
            case NUMBER -> new Node.Whole(Long.parseLong(lexeme.text()));
            case TEXT -> Texts.read(lexeme.text());
            case LITERAL -> new Node.Literal(lexeme.text().replaceAll("\\\\([\\\\'])", "$1"));
            case SYMBOL -> new Node.Literal(lexeme.text());
            case WORDS -> words(lexeme.text());
            case CONSTANT -> new Node.Constant(lexeme.text());
            case NAME -> name(lexeme);
            case SIGN -> bracket(lexeme);
            case LABEL, END -> throw Cursor.unexpected(lexeme);
        };
    }

    private static Node name(Lexeme lexeme) {
        if (RESERVED.contains(lexeme.text())) {
            throw Cursor.unexpected(lexeme);
        }
        return lexeme.text().equals("nil") ? new Node.Nil() : new Node.Name(lexeme.text());
    }

    private Node bracket(Lexeme sign) {
        if (sign.is("(")) {
            Node node = expression();
            cursor.expect(")");
            return node;
        }
        if (!sign.is("[")) {
            throw Cursor.unexpected(sign);
        }
        if (cursor.skip("]")) {
            return new Node.Items(List.of());
        }
        List<Node> items = list();
        cursor.expect("]");
        return new Node.Items(items);
    }

    private static Node words(String text) {
        return new Node.Items(Arrays.stream(text.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .<Node>map(Node.Literal::new)
                .toList());
    }
}
