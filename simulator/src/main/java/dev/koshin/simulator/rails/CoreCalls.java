package dev.koshin.simulator.rails;

import dev.koshin.simulator.rails.ruby.Raised;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The methods of texts, numbers, days and the environment. */
final class CoreCalls {
    private final Map<String, String> environment;
    private final Instant now;

    CoreCalls(Map<String, String> environment, Instant now) {
        this.environment = environment;
        this.now = now;
    }

    Value text(String text, String method, Given given) {
        return switch (method) {
            case "split" -> split(text, given.text());
            case "strip" -> new Value.Text(text.strip());
            case "to_s" -> new Value.Text(text);
            default -> throw unknown(method, "a String");
        };
    }

    Value number(long number, String method) {
        return switch (method) {
            case "day", "days" -> new Value.Span(Period.ofDays(Math.toIntExact(number)));
            case "week", "weeks" -> new Value.Span(Period.ofWeeks(Math.toIntExact(number)));
            case "month", "months" -> new Value.Span(Period.ofMonths(Math.toIntExact(number)));
            case "year", "years" -> new Value.Span(Period.ofYears(Math.toIntExact(number)));
            case "to_s" -> new Value.Text(String.valueOf(number));
            default -> throw unknown(method, "an Integer");
        };
    }

    Value span(Period span, String method) {
        if (!method.equals("from_now")) {
            throw unknown(method, "a Duration");
        }
        return new Value.Moment(now.atOffset(ZoneOffset.UTC).plus(span).toInstant());
    }

    Value moment(Instant moment, String method) {
        if (!method.equals("to_date")) {
            throw unknown(method, "a Time");
        }
        return new Value.Day(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    Value dateType(String method, Given given) {
        return switch (method) {
            case "parse" -> new Value.Day(parsed(given.text()));
            case "today", "current" -> new Value.Day(LocalDate.ofInstant(now, ZoneOffset.UTC));
            default -> throw unknown(method, "Date");
        };
    }

    Value environment(String method, Given given) {
        return switch (method) {
            case "[]" -> variable(given.text()).orElseGet(Value.Nil::new);
            case "fetch" -> fetched(given);
            default -> throw unknown(method, "ENV");
        };
    }

    private Value fetched(Given given) {
        if (given.plain().size() == 2) {
            Value key = given.plain().getFirst();
            return variable(key.shown()).orElse(given.plain().getLast());
        }
        String key = given.text();
        return variable(key).orElseThrow(() -> new Raised("KeyError", "key not found: \"" + key + "\""));
    }

    private Optional<Value> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(Value.Text::new);
    }

    /** Ruby drops empty texts at the end. */
    private static Value split(String text, String by) {
        return new Value.Items(Arrays.stream(text.split(Pattern.quote(by), 0))
                .<Value>map(Value.Text::new)
                .toList());
    }

    /** Ruby reads many spellings of a day; here only the unmistakable one is a day. */
    private static LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new Raised("Date::Error", "invalid date");
        }
    }

    private static Raised unknown(String method, String on) {
        return Raised.notUnderstood("the method " + method + " of " + on);
    }
}
