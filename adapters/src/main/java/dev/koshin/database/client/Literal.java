package dev.koshin.database.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Puts values into statements as hexadecimal digits: nothing in a value can end a literal or be taken for a command.
 */
final class Literal {
    private static final int FIRST_PRINTABLE = ' ';

    private Literal() {}

    /** The statement with a literal for each question mark that is not part of a name. */
    static String bound(String sql, List<Optional<String>> parameters) throws SQLException {
        refuseControls(sql);
        Iterator<Optional<String>> next = parameters.iterator();
        StringBuilder bound = new StringBuilder(sql.length());
        boolean name = false;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            name ^= c == '`';
            if (c == '?' && !name) {
                bound.append(of(next.next()));
            } else {
                bound.append(c);
            }
        }
        return bound.toString();
    }

    /** The introducer makes it take the collation of the column that it is compared with. */
    private static String of(Optional<String> value) {
        return value.map(text -> "_utf8mb4 X'" + HexFormat.of().formatHex(text.getBytes(UTF_8)) + "'")
                .orElse("NULL");
    }

    /** A name may hold anything, but the client takes a line's end for an end. */
    private static void refuseControls(String sql) throws SQLException {
        if (sql.chars().anyMatch(c -> c < FIRST_PRINTABLE)) {
            throw new SQLException("a name holds a control character", "42000");
        }
    }
}
