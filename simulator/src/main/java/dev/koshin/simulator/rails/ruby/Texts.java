package dev.koshin.simulator.rails.ruby;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands between double quotes. */
final class Texts {
    private static final Pattern FILLED = Pattern.compile("\\\\(.)|#\\{([^}]*)}", Pattern.DOTALL);
    private static final Map<String, String> ESCAPES = Map.of("n", "\n", "t", "\t", "\"", "\"", "\\", "\\", "#", "#");

    private Texts() {}

    static Node read(String text) {
        List<Node> parts = new ArrayList<>();
        Matcher matcher = FILLED.matcher(text);
        int from = 0;
        while (matcher.find()) {
            parts.add(new Node.Literal(text.substring(from, matcher.start())));
            parts.add(text.charAt(matcher.start()) == '#' ? filled(matcher.group(2)) : escaped(matcher.group(1)));
            from = matcher.end();
        }
        parts.add(new Node.Literal(text.substring(from)));
        return new Node.Text(parts);
    }

    private static Node filled(String script) {
        List<Node.Statement> statements = Parser.parse(script);
        if (statements.size() != 1) {
            throw Raised.notUnderstood("`#{" + script + "}'");
        }
        return statements.getFirst().node();
    }

    private static Node escaped(String letter) {
        String plain = ESCAPES.get(letter);
        if (plain == null) {
            throw Raised.notUnderstood("`\\" + letter + "' in a text");
        }
        return new Node.Literal(plain);
    }
}
