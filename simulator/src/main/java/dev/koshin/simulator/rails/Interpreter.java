package dev.koshin.simulator.rails;

import dev.koshin.simulator.rails.ruby.Node;
import dev.koshin.simulator.rails.ruby.Raised;
import dev.koshin.simulator.state.User;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs one script. What it did before it raised stays done, as each save is a transaction of its own. */
final class Interpreter {
    private final Map<String, Value> variables = new HashMap<>();
    private final StringBuilder printed = new StringBuilder();
    private final CoreCalls core;
    private final ModelCalls models;

    Interpreter(Around around, Store store) {
        this.core = new CoreCalls(around, store.now());
        this.models = new ModelCalls(store);
    }

    String printed() {
        return printed.toString();
    }

    /** Runs one statement. */
    Value evaluate(Node node) {
        return switch (node) {
            case Node.Nil _ -> new Value.Nil();
            case Node.Whole(long value) -> new Value.Whole(value);
            case Node.Literal(String text) -> new Value.Text(text);
            case Node.Text(List<Node> parts) ->
                new Value.Text(
                        parts.stream().map(part -> evaluate(part).shown()).collect(Collectors.joining()));
            case Node.Items(List<Node> items) -> new Value.Items(all(items));
            case Node.Name(String name) -> variable(name);
            case Node.Constant(String name) -> constant(name);
            case Node.Call call -> call(call);
            case Node.Assignment(String name, Node value) -> assign(name, evaluate(value));
            case Node.AttributeAssignment(Node on, String attribute, Node value) ->
                assign(evaluate(on), attribute, evaluate(value));
            case Node.Puts(List<Node> values) -> puts(all(values));
            case Node.Both(Node left, Node right) -> both(evaluate(left), right);
            case Node.If(Node condition, var then, var otherwise) ->
                run(evaluate(condition).truthy() ? then : otherwise);
            case Node.Guarded guarded -> guarded(guarded);
            case Node.Each each -> each(each);
        };
    }

    private Value run(List<Node.Statement> statements) {
        statements.forEach(statement -> evaluate(statement.node()));
        return new Value.Nil();
    }

    private Value both(Value left, Node right) {
        return left.truthy() ? evaluate(right) : left;
    }

    private Value guarded(Node.Guarded guarded) {
        try {
            return run(guarded.body());
        } catch (Raised raised) {
            if (!raised.standard()) {
                throw raised;
            }
            assign(guarded.name(), new Value.Failure(raised));
            return run(guarded.handler());
        }
    }

    private Value each(Node.Each each) {
        for (Value item : items(evaluate(each.on()))) {
            assign(each.name(), item);
            run(each.body());
        }
        return new Value.Nil();
    }

    private List<Value> items(Value value) {
        return switch (value) {
            case Value.Items(List<Value> items) -> items;
            case Value.Tokens(User owner) -> models.all(owner);
            case Value.Nil _ -> throw missing("each");
            case Value other -> throw Raised.notUnderstood("each of " + other.kind());
        };
    }

    private List<Value> all(List<Node> nodes) {
        return nodes.stream().map(this::evaluate).toList();
    }

    private Value variable(String name) {
        Value value = variables.get(name);
        if (value == null) {
            throw new Raised("NameError", "undefined local variable or method `" + name + "' for main:Object");
        }
        return value;
    }

    private static Value constant(String name) {
        return switch (name) {
            case "ENV" -> new Value.Environment();
            case "$stdin" -> new Value.Input();
            case "User", "PersonalAccessToken", "Date" -> new Value.Type(name);
            default -> throw Raised.notUnderstood(name);
        };
    }

    private Value assign(String name, Value value) {
        variables.put(name, value);
        return value;
    }

    private static Value assign(Value on, String attribute, Value value) {
        if (on instanceof Value.Token(TokenRow row)) {
            row.set(attribute, value);
            return value;
        }
        throw on instanceof Value.Nil
                ? missing(attribute + "=")
                : Raised.notUnderstood("how to set " + attribute + " of " + on.kind());
    }

    private Value puts(List<Value> values) {
        if (values.isEmpty()) {
            printed.append('\n');
        }
        for (Value value : values) {
            if (value instanceof Value.Items(List<Value> items)) {
                puts(items);
            } else {
                printed.append(value.shown()).append(value.shown().endsWith("\n") ? "" : "\n");
            }
        }
        return new Value.Nil();
    }

    private Value call(Node.Call call) {
        Value on = evaluate(call.on());
        if (on instanceof Value.Nil && call.safe()) {
            return on;
        }
        Map<String, Value> named = new LinkedHashMap<>();
        call.arguments().named().forEach((name, node) -> named.put(name, evaluate(node)));
        return call(on, call.method(), new Given(all(call.arguments().plain()), named));
    }

    private Value call(Value on, String method, Given given) {
        if (method.equals("nil?") || method.equals("present?")) {
            return new Value.Flag(on instanceof Value.Nil == method.equals("nil?"));
        }
        return switch (on) {
            case Value.Nil _ -> throw missing(method);
            case Value.Text(String text) -> core.text(text, method, given);
            case Value.Whole(long number) -> core.number(number, method);
            case Value.Span(Period span) -> core.span(span, method);
            case Value.Moment(Instant moment) -> core.moment(moment, method);
            case Value.Environment _ -> core.environment(method, given);
            case Value.Type(String name) -> ofType(name, method, given);
            case Value.Person(User user) -> models.person(user, method, given);
            case Value.Tokens(User owner) -> models.tokens(owner, method, given);
            case Value.Token(TokenRow row) -> models.token(row, method, given);
            case Value.Day(LocalDate day) -> core.day(day, method, given);
            case Value.Items(List<Value> items) -> core.items(items, method, given);
            case Value.Input _ -> core.input(on, method);
            case Value.Failure(Raised raised) -> core.failure(raised, method);
            case Value.Errors(TokenRow row) -> models.errors(row, method);
            case Value.Flag _ -> throw Raised.notUnderstood("the method " + method + " of " + on.kind());
        };
    }

    private Value ofType(String name, String method, Given given) {
        return switch (name) {
            case "User" -> models.user(method, given);
            case "PersonalAccessToken" -> models.tokenType(method, given);
            default -> core.dateType(method, given);
        };
    }

    private static Raised missing(String method) {
        return new Raised("NoMethodError", "undefined method `" + method + "' for nil:NilClass");
    }
}
