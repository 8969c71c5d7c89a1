package dev.koshin.target.sqlrow;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The columns of an answer, as the answer itself describes them. Every {@code SELECT *} brings its own, so nothing has
 * to be asked beforehand and nothing grows stale.
 */
final class TableShape {
    private final List<String> columns;
    private final List<Boolean> binary;
    private final List<Integer> widths;

    private TableShape(List<String> columns, List<Boolean> binary, List<Integer> widths) {
        this.columns = List.copyOf(columns);
        this.binary = List.copyOf(binary);
        this.widths = List.copyOf(widths);
    }

    static TableShape of(ResultSetMetaData about) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<Boolean> binary = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            columns.add(about.getColumnLabel(i));
            binary.add(isBinary(about.getColumnType(i)));
            widths.add(about.getPrecision(i));
        }
        return new TableShape(columns, binary, widths);
    }

    private static boolean isBinary(int type) {
        return switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.BIT -> true;
            default -> false;
        };
    }

    List<String> columns() {
        return columns;
    }

    /** The row that {@code rows} stands on. */
    RowImage image(ResultSet rows, Dialect dialect) throws SQLException {
        List<Optional<String>> contents = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            contents.add(content(rows, i, dialect));
        }
        return new RowImage(this, contents);
    }

    /** Text as it is, so that a time keeps its microseconds; bytes in hexadecimal digits, so that none gets lost. */
    private Optional<String> content(ResultSet rows, int index, Dialect dialect) throws SQLException {
        if (dialect == Dialect.SQLITE) {
            return Optional.ofNullable(rows.getObject(index + 1)).map(TableShape::text);
        }
        return binary.get(index)
                ? Optional.ofNullable(rows.getBytes(index + 1)).map(TableShape::text)
                : Optional.ofNullable(rows.getString(index + 1));
    }

    private static String text(Object content) {
        return content instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : content.toString();
    }

    /** Where {@code column} stands; databases that ignore the case of names are taken at their word. */
    OptionalInt index(String column) {
        int exact = columns.indexOf(column);
        return exact >= 0
                ? OptionalInt.of(exact)
                : IntStream.range(0, columns.size())
                        .filter(i -> columns.get(i).equalsIgnoreCase(column))
                        .findFirst();
    }

    /** The most characters that {@code column} holds; empty if nothing bounds it or it is not here. */
    OptionalInt width(String column) {
        OptionalInt at = index(column);
        return at.isPresent() && widths.get(at.getAsInt()) > 0
                ? OptionalInt.of(widths.get(at.getAsInt()))
                : OptionalInt.empty();
    }

    /** Those of {@code wanted} that are not here. */
    List<String> missing(Collection<String> wanted) {
        return wanted.stream().filter(column -> index(column).isEmpty()).toList();
    }
}
