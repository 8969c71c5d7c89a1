package dev.koshin.file.env;

import dev.koshin.file.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits a {@code .env} file into its statements. A quoted value may go on over several lines, so a line that looks
 * like an assignment may be a part of another value.
 */
final class EnvParser {
    private static final Pattern MARK = Pattern.compile("export[ \\t]+[A-Za-z_][A-Za-z0-9_]*");

    private final String text;
    private final List<EnvStatement> found = new ArrayList<>();
    private final List<String> strays = new ArrayList<>();
    private int at;
    private int line = 1;

    EnvParser(String text) {
        this.text = text;
        while (at < text.length()) {
            next();
        }
    }

    /** All assignments in their order; comments and lines that assign nothing are left out. */
    List<EnvStatement> found() {
        return found;
    }

    /** Why lines that assign nothing and are no comment trouble one of the readers, such as "line 7 …". */
    List<String> strays() {
        return strays;
    }

    private void next() {
        String rest = text.substring(at, endOfLine(at));
        int assignment = separator(rest);
        if (Blanks.only(rest) || Blanks.stripLeading(rest).startsWith("#")) {
            moveTo(newline(at));
        } else if (assignment < 0) {
            stray(Blanks.strip(rest));
        } else {
            read(withoutExport(Blanks.stripLeading(rest.substring(0, assignment))), at + assignment);
        }
    }

    private void stray(String content) {
        if (!MARK.matcher(content).matches()) {
            strays.add("line " + line + " assigns nothing; sh may take it for a command");
        } else if (newline(at) == text.length()) {
            strays.add("line " + line + " has no line end, without which docker compose misreads an export");
        }
        moveTo(newline(at));
    }

    /** Compose takes a colon for an equals sign, sh does not. */
    private static int separator(String rest) {
        int equals = rest.indexOf('=');
        int colon = rest.indexOf(':');
        return equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
    }

    private static String withoutExport(String name) {
        boolean exported = name.startsWith("export") && name.length() > 6 && Blanks.is(name.charAt(6));
        return exported ? Blanks.stripLeading(name.substring(6)) : name;
    }

    private void read(String name, int separator) {
        int start = separator + 1;
        char first = start < text.length() ? text.charAt(start) : '\n';
        boolean quoted = first == '"' || first == '\'';
        int end = quoted ? closingQuote(start + 1, first) : endOfLine(start);
        Piece body = Piece.of(text, quoted ? start + 1 : start, end);
        String tail = quoted && end < text.length() ? text.substring(end + 1, endOfLine(end + 1)) : "";
        boolean open = quoted && end == text.length();
        found.add(new EnvStatement(line, name, text.charAt(separator), style(first, open), body, tail));
        moveTo(newline(end));
    }

    private static EnvStatement.Style style(char first, boolean open) {
        return switch (first) {
            case '"' -> open ? EnvStatement.Style.OPEN : EnvStatement.Style.DOUBLE;
            case '\'' -> open ? EnvStatement.Style.OPEN : EnvStatement.Style.SINGLE;
            default -> EnvStatement.Style.PLAIN;
        };
    }

    /** Where the quote ends; the end of the text if it does not. */
    private int closingQuote(int from, char quote) {
        int index = from;
        while (index < text.length() && text.charAt(index) != quote) {
            index += quote == '"' && text.charAt(index) == '\\' ? 2 : 1;
        }
        return Math.min(index, text.length());
    }

    private int newline(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** Without the carriage return of Windows. */
    private int endOfLine(int from) {
        int end = newline(from);
        return end > from && end < text.length() && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    private void moveTo(int newline) {
        int next = Math.min(newline + 1, text.length());
        line += (int) text.substring(at, next).chars().filter(c -> c == '\n').count();
        at = next;
    }
}
