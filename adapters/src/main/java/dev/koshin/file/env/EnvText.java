package dev.koshin.file.env;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A {@code .env} file, taken apart. */
public final class EnvText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private final List<EnvStatement> statements;
    private final List<String> strays;

    private EnvText(String text, EnvParser parsed) {
        this.text = text;
        this.statements = List.copyOf(parsed.found());
        this.strays = List.copyOf(parsed.strays());
    }

    /** Every text can be taken apart; whether it should be trusted is said by {@link #ambiguity}. */
    public static EnvText of(String text) {
        return new EnvText(text, new EnvParser(text));
    }

    /** All assignments, in their order. */
    public List<EnvStatement> statements() {
        return statements;
    }

    /** The assignment to {@code key} that counts: the last one. */
    public Optional<EnvStatement> last(String key) {
        return statements.stream().filter(one -> one.names(key)).reduce((_, last) -> last);
    }

    /** What is not readable for anybody, such as "line 7 never closes its quote". */
    public Optional<String> damage() {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            return Optional.of("the file starts with a byte order mark, which sh refuses");
        }
        return statements.stream()
                .filter(EnvStatement::isOpen)
                .findFirst()
                .map(one -> "line " + one.line() + " never closes its quote");
    }

    /** Why {@code docker compose} and {@code sh} may not find the same assignments; empty if they do. */
    public Optional<String> ambiguity() {
        return damage().or(this::controlled)
                .or(() -> strays.stream().findFirst())
                .or(() -> first(EnvStatement::split));
    }

    /** All that {@code docker compose} and {@code sh} read differently, in the order of the lines where it is told. */
    public List<String> flaws() {
        if (damage().isPresent()) {
            return List.of(damage().get());
        }
        return Stream.of(
                        controlled().stream(),
                        strays.stream(),
                        statements.stream()
                                .flatMap(one -> one.flaw().map(why -> "line " + one.line() + " " + why).stream()))
                .flatMap(part -> part)
                .toList();
    }

    /** The keys that are assigned more than once; for both readers the last assignment counts. */
    public SortedSet<String> repeated() {
        Set<String> met = new HashSet<>();
        return statements.stream()
                .map(one -> Blanks.strip(one.name()))
                .filter(name -> !met.add(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<String> controlled() {
        return IntStream.range(0, text.length())
                .filter(i -> Character.isISOControl(text.charAt(i)) && text.charAt(i) != '\n' && text.charAt(i) != '\t')
                .mapToObj(i -> "line " + line(i)
                        + (text.charAt(i) == '\r'
                                ? " holds a carriage return, which sh takes for a part of the value"
                                : " holds a control character"))
                .findFirst();
    }

    private long line(int index) {
        return 1 + text.substring(0, index).chars().filter(c -> c == '\n').count();
    }

    private Optional<String> first(Function<EnvStatement, Optional<String>> flaw) {
        return statements.stream()
                .flatMap(one -> flaw.apply(one).map(why -> "line " + one.line() + " " + why).stream())
                .findFirst();
    }

    /** The text with {@code value} as the value of one of its statements; quotes, comment and all else stay. */
    public String with(EnvStatement statement, String value) {
        return statement.content().replacedBy(value, text);
    }

    /** Everything but the values. */
    public String rest() {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (EnvStatement statement : statements) {
            rest.append(text, from, statement.content().from()).append('\0');
            from = statement.content().to();
        }
        return rest.append(text.substring(from)).toString();
    }

    /** The values must not be printed. */
    @Override
    public String toString() {
        return statements.toString();
    }
}
