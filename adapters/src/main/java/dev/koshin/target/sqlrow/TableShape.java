package dev.koshin.target.sqlrow;

import dev.koshin.database.Answer;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The columns of an answer, as the answer itself describes them. Every {@code SELECT *} brings its own, so nothing has
 * to be asked beforehand and nothing grows stale.
 */
final class TableShape {
    private final List<Answer.Column> columns;
    private final List<String> names;

    TableShape(List<Answer.Column> columns) {
        this.columns = List.copyOf(columns);
        this.names = columns.stream().map(Answer.Column::name).toList();
    }

    List<String> columns() {
        return names;
    }

    /** Where {@code column} stands; databases that ignore the case of names are taken at their word. */
    OptionalInt index(String column) {
        int exact = names.indexOf(column);
        return exact >= 0
                ? OptionalInt.of(exact)
                : IntStream.range(0, names.size())
                        .filter(i -> names.get(i).equalsIgnoreCase(column))
                        .findFirst();
    }

    /** The most characters that {@code column} holds; empty if nothing bounds it or it is not here. */
    OptionalInt width(String column) {
        OptionalInt at = index(column);
        return at.isPresent() && columns.get(at.getAsInt()).width() > 0
                ? OptionalInt.of(columns.get(at.getAsInt()).width())
                : OptionalInt.empty();
    }

    /** Those of {@code wanted} that are not here. */
    List<String> missing(Collection<String> wanted) {
        return wanted.stream().filter(column -> index(column).isEmpty()).toList();
    }
}
