package dev.koshin.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Columns that are as wide as their widest cell. Japanese characters count as two. */
final class Table {
    private static final int GAP = 2;

    /**
     * What terminals show in two columns: the ranges of <a href="https://www.unicode.org/reports/tr11/">UAX #11</a>
     * with CJK. The script of a character does not tell: that of the long vowel mark is "common".
     */
    private static final List<Range> WIDE = List.of(
            new Range(0x1100, 0x115F),
            new Range(0x2E80, 0x303E),
            new Range(0x3041, 0xA4CF),
            new Range(0xAC00, 0xD7A3),
            new Range(0xF900, 0xFAFF),
            new Range(0xFE30, 0xFE6F),
            new Range(0xFF00, 0xFF60),
            new Range(0xFFE0, 0xFFE6),
            new Range(0x20000, 0x3FFFD));

    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> head) {
        rows.add(head);
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    List<String> lines() {
        int[] widths =
                IntStream.range(0, rows.getFirst().size()).map(this::width).toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(cell).append(" ".repeat(widths[i] - columns(cell) + GAP));
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .mapToInt(Table::columns)
                .max()
                .orElse(0);
    }

    private static int columns(String text) {
        return text.codePoints().map(Table::columns).sum();
    }

    private static int columns(int codePoint) {
        return WIDE.stream().anyMatch(range -> range.holds(codePoint)) ? 2 : 1;
    }

    private record Range(int first, int last) {
        boolean holds(int codePoint) {
            return first <= codePoint && codePoint <= last;
        }
    }
}
