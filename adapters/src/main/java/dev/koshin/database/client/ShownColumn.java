package dev.koshin.database.client;

import dev.koshin.database.Answer;
import dev.koshin.database.Dialect;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column as {@code SHOW FULL COLUMNS} shows it.
 *
 * @param type as declared: {@code varchar(255)}
 */
record ShownColumn(String name, String type) {
    private static final Pattern BINARY = Pattern.compile(
            "(binary|varbinary|tinyblob|blob|mediumblob|longblob|bit|geometry|point|linestring|polygon|multipoint"
                    + "|multilinestring|multipolygon|geometrycollection|geomcollection|vector)\\b.*");
    private static final Pattern WIDTH = Pattern.compile("(?:var)?char\\((\\d+)\\).*");
    private static final Map<String, Integer> TEXTS = Map.of("tinytext", 255, "text", 65_535, "mediumtext", 16_777_215);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    /** Of a line of the client. */
    static ShownColumn of(String line) {
        String[] fields = line.split("\t", -1);
        return new ShownColumn(unescaped(fields[0]), unescaped(fields[1]).toLowerCase(Locale.ROOT));
    }

    /** In batch mode the client writes a backslash before what would break its lines. */
    private static String unescaped(String field) {
        return ESCAPE.matcher(field)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "t" -> "\t";
                            case "n" -> "\n";
                            case "0" -> "\0";
                            default -> found.group(1);
                        }));
    }

    /** What selects it in digits: one sign before them tells an empty text from NULL, and a failure from both. */
    String selected() {
        String quoted = Dialect.MARIADB.quote(name);
        String bytes = BINARY.matcher(type).matches()
                ? "CAST(" + quoted + " AS BINARY)"
                : "CONVERT(" + quoted + " USING utf8mb4)";
        return "IF(" + quoted + " IS NULL, '" + Cell.NULL + "', CONCAT('" + Cell.DIGITS + "', HEX(" + bytes + ")))";
    }

    Answer.Column column() {
        Matcher width = WIDTH.matcher(type);
        return new Answer.Column(
                name, width.matches() ? Integer.parseInt(width.group(1)) : TEXTS.getOrDefault(type, 0));
    }

    /** The content of a cell: bytes stay digits. */
    boolean isBinary() {
        return BINARY.matcher(type).matches();
    }
}
