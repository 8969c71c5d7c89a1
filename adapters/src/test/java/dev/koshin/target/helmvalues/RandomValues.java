package dev.koshin.target.helmvalues;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random values file with one place for the value. */
final class RandomValues {
    private static final String SAFE = "ABCXYZabcxyz019_.-";
    private static final String ODD = SAFE + " é😀$%/(){}[]#&*!|>@`'\"\\,:";
    private static final int DEEPEST = 4;

    private final Random random;
    private final StringBuilder before = new StringBuilder();
    private final StringBuilder after = new StringBuilder();
    private final List<String> path = new ArrayList<>();
    private StringBuilder text = before;
    private int names;

    RandomValues(Random random) {
        this.random = random;
        if (random.nextBoolean()) {
            before.append("# b: x\n---\n");
        }
        before.append("anchored: &shared {b: 1, c: \"2\"}\n");
        way(0);
    }

    /** The file with this value. */
    String with(String value) {
        return before + value + after;
    }

    String key() {
        return String.join(".", path);
    }

    static String value(Random random) {
        return "t" + letters(random, SAFE, 1 + random.nextInt(60));
    }

    /** Siblings, then the key on the way to the value, then what is under it, then siblings. */
    private void way(int depth) {
        siblings(depth);
        String key = name();
        path.add(key);
        line(depth, key + ":");
        if (depth < 1 + random.nextInt(DEEPEST)) {
            text.append(one("\n", " # c\n", " &a" + names + "\n"));
            way(depth + 1);
        } else {
            String quote = one("", "'", "\"");
            text.append(one(" ", "  ", "\n" + indent(depth + 1))).append(quote);
            text = after;
            text.append(quote).append(one("\n", " # 'c' \"d\"\n", "  \n"));
        }
        siblings(depth);
    }

    private void siblings(int depth) {
        for (int i = random.nextInt(4); i > 0; i--) {
            sibling(depth);
        }
    }

    private void sibling(int depth) {
        String key = name();
        switch (random.nextInt(9)) {
            case 0 -> text.append(one("\n", "   # comment: {{ x }}\n"));
            case 1 ->
                line(depth, key + ": |\n" + indent(depth + 1) + "b: 'x\n\n" + indent(depth + 1) + "# no comment\n");
            case 2 -> line(depth, key + ": '" + odd().replace("'", "''") + "' # c\n");
            case 3 -> line(depth, key + ": \"" + odd().replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n");
            case 4 -> line(depth, key + ": {<<: *shared, d: [1, 'x', ~]}\n");
            case 5 ->
                line(
                        depth,
                        key + ":\n" + indent(depth) + "- b: 1\n" + indent(depth) + "- >-\n" + indent(depth + 1)
                                + " folded\n" + indent(depth + 1) + " text\n");
            case 6 -> line(depth, key + ": *shared\n");
            case 7 -> line(depth, "\"" + key + " " + odd().replaceAll("[\"\\\\]", "") + "\": 0x1F\n");
            default -> line(depth, key + ":" + one("", " true", " 1.5 # x", " plain text", " !!str 1") + "\n");
        }
    }

    private void line(int depth, String line) {
        text.append(indent(depth)).append(line);
    }

    private static String indent(int depth) {
        return "  ".repeat(depth);
    }

    private String name() {
        return one("b", "token", "x-y_", "K") + names++;
    }

    private String odd() {
        return letters(random, ODD, random.nextInt(20));
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String letters(Random random, String characters, int length) {
        int[] all = characters.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(all[random.nextInt(all.length)]);
        }
        return text.toString();
    }
}
