package dev.koshin.target.sqlrow;

import dev.koshin.model.Secret;
import dev.koshin.spi.Held;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** All columns of one row at one moment. Holds values, so it has no text form. */
final class RowImage {
    private final TableShape shape;
    private final List<Optional<String>> contents;

    RowImage(TableShape shape, List<Optional<String>> contents) {
        this.shape = shape;
        this.contents = List.copyOf(contents);
    }

    TableShape shape() {
        return shape;
    }

    List<Optional<String>> contents() {
        return contents;
    }

    /** What {@code column} holds; empty for NULL, and for a column that is not here. */
    Optional<String> content(String column) {
        OptionalInt at = shape.index(column);
        return at.isPresent() ? contents.get(at.getAsInt()) : Optional.empty();
    }

    /** What {@code column} holds as a target; NULL, an empty text and blanks are nothing. */
    Held held(String column) {
        return content(column)
                .filter(text -> !text.isBlank())
                .<Held>map(text -> new Held.Value(Secret.of(text)))
                .orElseGet(Held.Nothing::new);
    }

    /** The columns that differ from {@code before}, a row of the same table. */
    List<String> changedSince(RowImage before) {
        return IntStream.range(0, contents.size())
                .filter(i -> !contents.get(i).equals(before.contents.get(i)))
                .mapToObj(shape.columns()::get)
                .toList();
    }
}
