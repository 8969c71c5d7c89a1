package dev.koshin.simulator.rails;

import dev.koshin.simulator.rails.ruby.Raised;
import dev.koshin.simulator.state.User;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a script works with. */
sealed interface Value {
    /** {@code nil}. */
    record Nil() implements Value {}

    record Flag(boolean value) implements Value {}

    record Whole(long value) implements Value {}

    record Text(String value) implements Value {}

    /** {@code 365.days}. */
    record Span(Period value) implements Value {}

    record Day(LocalDate value) implements Value {}

    record Moment(Instant value) implements Value {}

    record Items(List<Value> values) implements Value {}

    /** {@code ENV}. */
    record Environment() implements Value {}

    /** {@code $stdin}. */
    record Input() implements Value {}

    /** What was rescued. */
    record Failure(Raised raised) implements Value {}

    /** {@code token.errors}. */
    record Errors(TokenRow row) implements Value {}

    /** {@code User}, {@code PersonalAccessToken} or {@code Date}. */
    record Type(String name) implements Value {}

    record Person(User user) implements Value {}

    /** {@code user.personal_access_tokens}. */
    record Tokens(User owner) implements Value {}

    /** A token, saved or not. */
    record Token(TokenRow row) implements Value {}

    /** Whether {@code if} takes it for true. */
    default boolean truthy() {
        return !(this instanceof Nil) && !equals(new Flag(false));
    }

    /** How errors call it. */
    default String kind() {
        return switch (this) {
            case Nil _ -> "nil:NilClass";
            case Flag flag -> String.valueOf(flag.value());
            case Whole _ -> "an Integer";
            case Text _ -> "a String";
            case Span _ -> "a Duration";
            case Day _ -> "a Date";
            case Moment _ -> "a Time";
            case Items _ -> "an Array";
            case Environment _ -> "ENV";
            case Input _ -> "an IO";
            case Failure(Raised raised) -> "a " + raised.type();
            case Errors _ -> "ActiveModel::Errors";
            case Type(String name) -> name;
            case Person _ -> "a User";
            case Tokens _ -> "a user's tokens";
            case Token _ -> "a PersonalAccessToken";
        };
    }

    /** What {@code puts} prints of it, and what a text is filled with. */
    default String shown() {
        return switch (this) {
            case Nil _ -> "";
            case Flag(boolean value) -> String.valueOf(value);
            case Whole(long value) -> String.valueOf(value);
            case Text(String value) -> value;
            case Day(LocalDate value) -> value.toString();
            case Moment(Instant value) ->
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                        .withZone(ZoneOffset.UTC)
                        .format(value);
            case Items(List<Value> values) ->
                values.stream().map(value -> "\"" + value.shown() + "\"").collect(Collectors.joining(", ", "[", "]"));
            case Span _, Environment _, Input _, Failure _, Errors _, Type _, Person _, Tokens _, Token _ ->
                throw Raised.notUnderstood("how to print " + kind());
        };
    }
}
