package dev.koshin.simulator.rails;

import dev.koshin.simulator.rails.ruby.Raised;
import java.util.List;
import java.util.Map;

/** What a method is given. */
record Given(List<Value> plain, Map<String, Value> named) {
    boolean nothing() {
        return plain.isEmpty() && named.isEmpty();
    }

    /** The one thing that was given. */
    Value one() {
        if (plain.size() != 1 || !named.isEmpty()) {
            throw Raised.notUnderstood("a method that is given " + (plain.size() + named.size()) + " things");
        }
        return plain.getFirst();
    }

    /** The one number that was given. */
    long number() {
        if (one() instanceof Value.Whole(long number)) {
            return number;
        }
        throw new Raised("TypeError", "expected numeric");
    }

    /** The one text that was given. */
    String text() {
        return switch (one()) {
            case Value.Text(String text) -> text;
            case Value other ->
                throw new Raised("TypeError", "no implicit conversion of " + other.kind() + " into String");
        };
    }
}
