package dev.koshin.simulator.api.call;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Refusals;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads typed parameters and collects what is wrong with them, in the order of reading. */
public final class Validation {
    private static final Set<String> TRUE = Set.of("true", "t", "1", "yes", "y", "on");
    private static final Set<String> FALSE = Set.of("false", "f", "0", "no", "n", "off");

    private final Params params;
    private final List<String> problems = new ArrayList<>();

    public Validation(Params params) {
        this.params = params;
    }

    /** The refusal, when anything read so far was wrong. */
    public Optional<Answer> refusal() {
        return problems.isEmpty() ? Optional.empty() : Optional.of(Refusals.invalid(problems));
    }

    public void required(String name) {
        if (!params.has(name)) {
            problems.add(name + " is missing");
        }
    }

    /** For rules that only one endpoint has. */
    public void reject(String problem) {
        problems.add(problem);
    }

    public Optional<Long> integer(String name) {
        return read(name, Long::valueOf);
    }

    /** A day; of a time only its day. */
    public Optional<LocalDate> day(String name) {
        return read(name, text -> LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
    }

    /** A time; of a day its start in UTC. */
    public Optional<Instant> time(String name) {
        return read(name, Validation::timeOf);
    }

    /** A parameter that is true or false in one of the words that Ruby libraries accept. */
    public Optional<Boolean> bool(String name) {
        return read(name, text -> {
            if (!TRUE.contains(text) && !FALSE.contains(text)) {
                throw new IllegalArgumentException(text);
            }
            return TRUE.contains(text);
        });
    }

    /** A parameter that is one of these words. */
    public Optional<String> oneOf(String name, Set<String> allowed) {
        Optional<String> value = params.present(name);
        if (value.filter(text -> !allowed.contains(text)).isPresent()) {
            problems.add(name + " does not have a valid value");
            return Optional.empty();
        }
        return value;
    }

    private static Instant timeOf(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
    }

    private <T> Optional<T> read(String name, Function<String, T> parse) {
        try {
            return params.present(name).map(parse);
        } catch (IllegalArgumentException | DateTimeException _) {
            problems.add(name + " is invalid");
            return Optional.empty();
        }
    }
}
