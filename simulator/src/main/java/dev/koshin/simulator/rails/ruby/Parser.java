package dev.koshin.simulator.rails.ruby;

import dev.koshin.simulator.rails.ruby.Lexeme.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a script completely before a word of it is run. */
public final class Parser {
    private static final Node.Arguments NOTHING = new Node.Arguments(List.of(), Map.of());
    /** No variable is called so: these words begin what is not understood. */
    private static final List<String> RESERVED = List.of(
            "true", "false", "if", "unless", "begin", "end", "def", "do", "while", "class", "module", "case", "return");

    private final Cursor cursor;

    private Parser(String script) {
        this.cursor = new Cursor(Lexer.split(script));
    }

    /**
     * The statements of a script.
     *
     * @throws Raised at the first word that is not understood
     */
    public static List<Node.Statement> parse(String script) {
        Parser parser = new Parser(script);
        List<Node.Statement> statements = new ArrayList<>();
        while (!parser.cursor.done()) {
            parser.line(statements);
        }
        return List.copyOf(statements);
    }

    private void line(List<Node.Statement> statements) {
        if (aboutOrganizations()) {
            cursor.skipLine();
        } else if (!cursor.next().is(Kind.END)) {
            int line = cursor.next().line();
            statements.add(new Node.Statement(statement(), line));
        }
        Lexeme end = cursor.take();
        if (!end.is(Kind.END)) {
            throw Cursor.unexpected(end);
        }
    }

    /** Organizations came late and are not pretended; scripts for several releases set them where they exist. */
    private boolean aboutOrganizations() {
        return cursor.next().is(Kind.NAME)
                && cursor.ahead(1).is(".")
                && cursor.ahead(2).text().equals("organization_id")
                && (cursor.ahead(3).is("=") || cursor.ahead(3).is("||="));
    }

    private Node statement() {
        if (cursor.next().is(Kind.NAME) && cursor.ahead(1).is("=")) {
            String name = cursor.take().text();
            cursor.expect("=");
            return new Node.Assignment(name, expression());
        }
        if (cursor.next().is(Kind.NAME) && cursor.next().text().equals("puts")) {
            cursor.take();
            return new Node.Puts(cursor.next().is(Kind.END) ? List.of() : list());
        }
        Node node = expression();
        return node instanceof Node.Call call
                        && !call.safe()
                        && call.arguments().equals(NOTHING)
                        && cursor.skip("=")
                ? new Node.AttributeAssignment(call.on(), call.method(), expression())
                : node;
    }

    private List<Node> list() {
        List<Node> nodes = new ArrayList<>(List.of(expression()));
        while (cursor.skip(",")) {
            nodes.add(expression());
        }
        return nodes;
    }

    private Node expression() {
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
