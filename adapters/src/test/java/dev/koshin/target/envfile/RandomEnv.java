package dev.koshin.target.envfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/** A random {@code .env} file that sh and docker compose both understand, with one place for the value. */
final class RandomEnv {
    private static final String SAFE = "ABCXYZabcxyz0189_.-";
    private static final String HARMLESS = SAFE + "/@%+=:,{}[]*?!^";

    private final Random random;
    private final StringBuilder before = new StringBuilder();
    private final StringBuilder after = new StringBuilder();
    private final SortedSet<String> names = new TreeSet<>();
    private boolean quoted;

    RandomEnv(Random random) {
        this.random = random;
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            lines.add(line(true));
        }
        lines.forEach(before::append);
        assignment();
        for (int i = random.nextInt(12); i > 0; i--) {
            after.append(line(false));
        }
        if (random.nextInt(4) == 0 && !after.toString().endsWith("export " + Delivered.KEY + "\n")) {
            after.setLength(after.length() - 1);
        }
    }

    /** The file with this value. */
    String with(String value) {
        return before + value + after;
    }

    /** An empty value, or this one where a comment would be taken for the value. */
    String empty(String otherwise) {
        return quoted || !after.toString().startsWith(" ") ? "" : otherwise;
    }

    /** All that is assigned. */
    SortedSet<String> names() {
        return names;
    }

    static String value(Random random) {
        return text(random, SAFE, 1 + random.nextInt(60));
    }

    private void assignment() {
        names.add(Delivered.KEY);
        String quote = one("", "", "'", "\"");
        quoted = !quote.isEmpty();
        before.append(one("", "", " ", "\t")).append(one("", "export ", "export  "));
        before.append(Delivered.KEY).append('=').append(quote);
        after.append(quote)
                .append(one("", "", " ", " # comment", "  # it's \"quoted\""))
                .append('\n');
    }

    private String line(boolean early) {
        return switch (random.nextInt(9)) {
            case 0 -> "\n";
            case 1 -> "# " + Delivered.KEY + "=" + value(random) + "\n";
            case 2 -> "  #" + text(random, HARMLESS + " '\"$`é", 20) + "\n";
            case 3 -> early ? Delivered.KEY + "=" + value(random) + "\n" : "export " + Delivered.KEY + "\n";
            case 4 -> name() + "='" + text(random, HARMLESS + "\"#$` é\n", 30) + "'\n";
            case 5 -> name() + "=\"" + text(random, HARMLESS + "'# é\n", 30) + "\" # \"c\n";
            case 6 -> name() + "='\n" + Delivered.KEY + "=" + value(random) + "\n'\n";
            case 7 -> "export " + name() + "=" + text(random, HARMLESS, 1 + random.nextInt(30)) + " # c\n";
            default -> name() + "=" + text(random, HARMLESS + "#", random.nextInt(30)) + "\n";
        };
    }

    private String name() {
        String name = one("A", "B_1", "_C", "X" + Delivered.KEY, Delivered.KEY + "_", "D" + random.nextInt(1000));
        names.add(name);
        return name;
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String text(Random random, String characters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }
}
