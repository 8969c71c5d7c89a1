package dev.koshin.database.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** One column of one row, as the client prints it. */
final class Cell {
    /** Stands for NULL. */
    static final String NULL = "-";

    /** Stands before digits. */
    static final String DIGITS = "=";

    private Cell() {}

    /** Text is decoded; bytes stay digits, in small letters. */
    static Optional<String> read(String printed, boolean binary) throws SQLException {
        if (printed.equals(NULL)) {
            return Optional.empty();
        }
        if (!printed.startsWith(DIGITS)) {
            throw new SQLException("the server could not show a value", "22000");
        }
        String digits = printed.substring(DIGITS.length());
        return Optional.of(
                binary
                        ? digits.toLowerCase(Locale.ROOT)
                        : new String(HexFormat.of().parseHex(digits), UTF_8));
    }
}
