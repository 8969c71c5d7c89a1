package dev.koshin.simulator.rails.ruby;

import dev.koshin.simulator.rails.ruby.Lexeme.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a script into words. A line goes on where it is not finished: inside brackets, after a sign, before a dot. */
final class Lexer {
    private static final Pattern BLANK = Pattern.compile("[ \\t\\r]+|#[^\\n]*|\\\\\\n");
    private static final Map<Kind, Pattern> WORDS = words();
    private static final Set<String> OPENING = Set.of("(", "[");
    private static final Set<String> CLOSING = Set.of(")", "]");

    private final String script;
    private final List<Lexeme> lexemes = new ArrayList<>();
    private int at;
    private int depth;
    private int line = 1;

    private Lexer(String script) {
        this.script = script;
    }

    /**
     * The words.
     *
     * @throws Raised at a character that no word begins with
     */
    static List<Lexeme> split(String script) {
        Lexer lexer = new Lexer(script);
        while (lexer.at < script.length()) {
            lexer.step();
        }
        lexer.lexemes.add(new Lexeme(Kind.END, "", lexer.line));
        return List.copyOf(lexer.lexemes);
    }

    private static Map<Kind, Pattern> words() {
        Map<Kind, Pattern> words = new LinkedHashMap<>();
        words.put(Kind.LABEL, Pattern.compile("([a-z_]\\w*):(?!:)"));
        words.put(Kind.NAME, Pattern.compile("([a-z_]\\w*[?!]?)"));
        words.put(Kind.CONSTANT, Pattern.compile("([A-Z]\\w*|\\$stdin)"));
        words.put(Kind.NUMBER, Pattern.compile("(\\d{1,9})"));
        words.put(Kind.TEXT, Pattern.compile("\"((?:#\\{[^}\\n]*}|\\\\.|[^\"\\\\])*+)\""));
        words.put(Kind.LITERAL, Pattern.compile("'((?:\\\\.|[^'\\\\])*+)'"));
        words.put(Kind.WORDS, Pattern.compile("%[wi][\\[(]([^\\])]*)[\\])]"));
        words.put(Kind.SYMBOL, Pattern.compile(":([a-z_]\\w*)"));
        words.put(Kind.END, Pattern.compile("([\\n;])"));
        words.put(Kind.SIGN, Pattern.compile("(\\|\\|=|&\\.|=>|&&|\\|\\||==|!=|[-+*/=.,()\\[\\]!?:<>|])"));
        return words;
    }

    private void step() {
        Matcher blank = BLANK.matcher(script).region(at, script.length());
        if (blank.lookingAt()) {
            advance(blank);
            return;
        }
        for (Map.Entry<Kind, Pattern> word : WORDS.entrySet()) {
            Matcher matcher = word.getValue().matcher(script).region(at, script.length());
            if (matcher.lookingAt()) {
                add(new Lexeme(word.getKey(), matcher.group(1), line));
                advance(matcher);
                return;
            }
        }
        throw Raised.notUnderstood("`" + script.charAt(at) + "' in line " + line);
    }

    private void advance(Matcher matcher) {
        line += (int) matcher.group().chars().filter(c -> c == '\n').count();
        at = matcher.end();
    }

    private void add(Lexeme lexeme) {
        if (lexeme.is(Kind.SIGN)) {
            depth += OPENING.contains(lexeme.text()) ? 1 : 0;
            depth -= CLOSING.contains(lexeme.text()) ? 1 : 0;
        }
        boolean goesOn = lexeme.is(".") || lexeme.is("&.");
        if (goesOn && !lexemes.isEmpty() && lexemes.getLast().text().equals("\n")) {
            lexemes.removeLast();
        }
        if (!lexeme.is(Kind.END) || finished()) {
            lexemes.add(lexeme);
        }
    }

    private boolean finished() {
        return depth == 0
                && !lexemes.isEmpty()
                && !lexemes.getLast().is(Kind.END)
                && (!lexemes.getLast().is(Kind.SIGN)
                        || CLOSING.contains(lexemes.getLast().text()));
    }
}
