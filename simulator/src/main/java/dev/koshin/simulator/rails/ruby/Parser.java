package dev.koshin.simulator.rails.ruby;

import dev.koshin.simulator.rails.ruby.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads a script completely before a word of it is run. */
public final class Parser {
    private final Cursor cursor;
    private final Expressions values;

    private Parser(String script) {
        this.cursor = new Cursor(Lexer.split(script));
        this.values = new Expressions(cursor);
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
        end();
    }

    private void end() {
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
            return new Node.Assignment(name, values.expression());
        }
        if (cursor.skipWord("puts")) {
            return new Node.Puts(cursor.next().is(Kind.END) ? List.of() : values.list());
        }
        if (cursor.skipWord("if")) {
            return branch();
        }
        if (cursor.skipWord("unless")) {
            Node.If branch = branch();
            return new Node.If(branch.condition(), /* then= */ branch.otherwise(), /* otherwise= */ branch.then());
        }
        return cursor.skipWord("begin") ? guarded() : plain();
    }

    private Node plain() {
        Node node = values.expression();
        if (!(node instanceof Node.Call call)
                || call.safe()
                || !call.arguments().equals(Expressions.NOTHING)) {
            return node;
        }
        if (call.method().equals("each") && cursor.skipWord("do")) {
            return each(call.on());
        }
        return cursor.skip("=") ? new Node.AttributeAssignment(call.on(), call.method(), values.expression()) : node;
    }

    /** What follows {@code if} or {@code elsif}, to the end of all. */
    private Node.If branch() {
        Node condition = values.condition();
        end();
        List<Node.Statement> then = until("elsif", "else", "end");
        if (cursor.skipWord("elsif")) {
            int line = cursor.next().line();
            return new Node.If(condition, then, List.of(new Node.Statement(branch(), line)));
        }
        List<Node.Statement> otherwise = cursor.skipWord("else") ? until("end") : List.of();
        cursor.expectWord("end");
        return new Node.If(condition, then, otherwise);
    }

    private Node guarded() {
        List<Node.Statement> body = until("rescue");
        cursor.expectWord("rescue");
        cursor.expect("=>");
        String name = cursor.take().text();
        List<Node.Statement> handler = until("end");
        cursor.expectWord("end");
        return new Node.Guarded(body, name, handler);
    }

    private Node each(Node on) {
        cursor.expect("|");
        String name = cursor.take().text();
        cursor.expect("|");
        List<Node.Statement> body = until("end");
        cursor.expectWord("end");
        return new Node.Each(on, name, body);
    }

    /** The statements before one of these words. */
    private List<Node.Statement> until(String... words) {
        List<Node.Statement> statements = new ArrayList<>();
        while (!cursor.nextIsOneOf(words)) {
            if (cursor.done()) {
                throw Raised.notUnderstood("a script that ends before `" + words[words.length - 1] + "'");
            }
            line(statements);
        }
        return List.copyOf(statements);
    }
}
