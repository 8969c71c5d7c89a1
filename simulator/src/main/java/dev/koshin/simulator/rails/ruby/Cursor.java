package dev.koshin.simulator.rails.ruby;

import dev.koshin.simulator.rails.ruby.Lexeme.Kind;
import java.util.List;

/** A place in a script, which only moves on. */
final class Cursor {
    private final List<Lexeme> lexemes;
    private int at;

    /** {@code lexemes}: the last one is an end. */
    Cursor(List<Lexeme> lexemes) {
        this.lexemes = lexemes;
    }

    boolean done() {
        return at >= lexemes.size();
    }

    Lexeme next() {
        return ahead(0);
    }

    /** The word so many places further; behind the last one there are only ends. */
    Lexeme ahead(int places) {
        return lexemes.get(Math.min(at + places, lexemes.size() - 1));
    }

    Lexeme take() {
        Lexeme lexeme = next();
        at++;
        return lexeme;
    }

    /** Moves on if this sign is next. */
    boolean skip(String sign) {
        boolean there = next().is(sign);
        at += there ? 1 : 0;
        return there;
    }

    void skipLine() {
        while (!next().is(Kind.END)) {
            at++;
        }
    }

    /** Moves on if this word is next. */
    boolean skipWord(String word) {
        boolean there = nextIsOneOf(word);
        at += there ? 1 : 0;
        return there;
    }

    boolean nextIsOneOf(String... words) {
        return next().is(Kind.NAME) && List.of(words).contains(next().text());
    }

    void expectWord(String word) {
        if (!skipWord(word)) {
            throw unexpected(next());
        }
    }

    void expect(String sign) {
        if (!skip(sign)) {
            throw unexpected(next());
        }
    }

    static Raised unexpected(Lexeme lexeme) {
        String what = lexeme.is(Kind.END) ? "the end" : "`" + lexeme.text() + "'";
        return Raised.notUnderstood(what + " in line " + lexeme.line());
    }
}
