package dev.koshin.simulator.rails;

import dev.koshin.simulator.rails.ruby.Raised;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The methods of texts, numbers, days and the environment. */
final class CoreCalls {
    private final Map<String, String> environment;
    private final Instant now;
    private String unread;

    CoreCalls(Around around, Instant now) {
        this.environment = around.environment();
        this.unread = around.input();
        this.now = now;
    }

    Value input(Value stdin, String method) {
        return switch (method) {
            case "gets" -> gets();
            case "set_encoding" -> stdin;
            default -> throw unknown(method, "an IO");
        };
    }

    /** The next line with its end; nil when nothing is left. */
    private Value gets() {
        if (unread.isEmpty()) {
            return new Value.Nil();
        }
        int end = unread.indexOf('\n') + 1;
        String line = end == 0 ? unread : unread.substring(0, end);
        unread = unread.substring(line.length());
        return new Value.Text(line);
    }

    Value items(List<Value> items, String method, Given given) {
        if (!method.equals("join")) {
            throw unknown(method, "an Array");
        }
        return new Value.Text(items.stream().map(Value::shown).collect(Collectors.joining(given.text())));
    }

    Value failure(Raised raised, String method) {
        return switch (method) {
            case "class" -> new Value.Text(raised.type());
            case "message" -> new Value.Text(raised.text());
            default -> throw unknown(method, "a " + raised.type());
        };
    }

    Value day(LocalDate day, String method, Given given) {
        return switch (method) {
            case "to_s", "iso8601" -> new Value.Text(day.toString());
            case "+" -> new Value.Day(day.plusDays(given.number()));
            default -> throw unknown(method, "a Date");
        };
    }

    Value text(String text, String method, Given given) {
        return switch (method) {
            case "split" -> split(text, given.text());
            case "strip" -> new Value.Text(text.strip());
            case "chomp" -> new Value.Text(text.replaceFirst("\\r?\\n$", ""));
            case "to_i" -> new Value.Whole(leadingNumber(text));
            case "include?" -> new Value.Flag(text.contains(given.text()));
            case "tr" -> tr(text, given);
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
        return switch (method) {
            case "to_date" -> new Value.Day(LocalDate.ofInstant(moment, ZoneOffset.UTC));
            case "iso8601" ->
                new Value.Text(moment.truncatedTo(ChronoUnit.SECONDS).toString());
            default -> throw unknown(method, "a Time");
        };
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

    /** As Ruby: whatever does not begin with digits is zero. */
    private static long leadingNumber(String text) {
        String digits = text.strip().replaceFirst("[^0-9].*", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private static Value tr(String text, Given given) {
        List<String> both = given.plain().stream().map(Value::shown).toList();
        if (both.size() != 2 || both.stream().anyMatch(one -> one.length() != 1)) {
            throw Raised.notUnderstood("tr with anything but two letters");
        }
        return new Value.Text(text.replace(both.getFirst(), both.getLast()));
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
