package dev.koshin.database.jdbc;

import dev.koshin.database.Answer;
import dev.koshin.database.Dialect;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads rows to the end, by what they say about themselves. */
final class ResultReader {
    private final List<Answer.Column> columns = new ArrayList<>();
    private final List<Boolean> binary = new ArrayList<>();
    private final Dialect dialect;

    private ResultReader(ResultSetMetaData about, Dialect dialect) throws SQLException {
        this.dialect = dialect;
        for (int i = 1; i <= about.getColumnCount(); i++) {
            columns.add(new Answer.Column(about.getColumnLabel(i), about.getPrecision(i)));
            binary.add(isBinary(about.getColumnType(i)));
        }
    }

    static Answer read(ResultSet rows, Dialect dialect) throws SQLException {
        ResultReader reader = new ResultReader(rows.getMetaData(), dialect);
        List<List<Optional<String>>> all = new ArrayList<>();
        while (rows.next()) {
            all.add(reader.row(rows));
        }
        return new Answer(reader.columns, all);
    }

    private static boolean isBinary(int type) {
        return switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.BIT -> true;
            default -> false;
        };
    }

    private List<Optional<String>> row(ResultSet rows) throws SQLException {
        List<Optional<String>> contents = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            contents.add(content(rows, i));
        }
        return contents;
    }

    private Optional<String> content(ResultSet rows, int index) throws SQLException {
        if (dialect == Dialect.SQLITE) {
            return Optional.ofNullable(rows.getObject(index + 1)).map(ResultReader::text);
        }
        return binary.get(index)
                ? Optional.ofNullable(rows.getBytes(index + 1)).map(ResultReader::text)
                : Optional.ofNullable(rows.getString(index + 1));
    }

    private static String text(Object content) {
        return content instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : content.toString();
    }
}
