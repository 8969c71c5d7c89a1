package dev.koshin.exastro.discovery;

import dev.koshin.plan.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A draft while it is written. */
final class Sheet {
    private static final Pattern PLAIN = Pattern.compile("[/A-Za-z][A-Za-z0-9_./-]*");
    private static final Set<String> WORDS_OF_YAML = Set.of("true", "false", "null", "yes", "no", "on", "off");
    private static final int COMMENTS_FROM = 27;

    private final List<Draft.Line> lines = new ArrayList<>();

    List<Draft.Line> lines() {
        return lines;
    }

    Sheet text(String line) {
        lines.add(new Draft.Text(line));
        return this;
    }

    /** A comment, indented as far as what it is about. */
    Sheet note(int indent, Note note, String... details) {
        lines.add(new Draft.Comment(" ".repeat(indent), note, List.of(details)));
        return this;
    }

    /** Everything before the first key, and the one key that never changes. */
    Sheet head(String place) {
        return note(0, Note.TITLE, place)
                .note(0, Note.REFERENCES)
                .text("version: 1")
                .text("");
    }

    /** The defaults, which stand there to be seen. */
    Sheet policy() {
        Policy policy = Policy.DEFAULT;
        return text("").note(0, Note.POLICY)
                .text("# policy:")
                .setting("lifetime", policy.lifetimeDays() + "d", Note.LIFETIME)
                .setting("renewBefore", days(policy.renewBefore()), Note.RENEW_BEFORE)
                .setting("grace", policy.grace().toHours() + "h", Note.GRACE)
                .setting("spread", policy.spreadDays() + "d", Note.SPREAD)
                .text("")
                .note(0, Note.JOURNAL)
                .text("journal:")
                .text("  url: jdbc:sqlite:koshin.db")
                .text("");
    }

    private static String days(Duration time) {
        return time.toDays() + "d";
    }

    private Sheet setting(String key, String value, Note note) {
        String left = "#   " + key + ": " + value;
        lines.add(new Draft.Comment(left + " ".repeat(Math.max(1, COMMENTS_FROM - left.length())), note, List.of()));
        return this;
    }

    /** {@code text} as YAML writes it, whatever it is. */
    static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !WORDS_OF_YAML.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(escaped((char) c)));
        return quoted.append('"').toString();
    }

    private static String escaped(char c) {
        if (c == '"' || c == '\\') {
            return "\\" + c;
        }
        return Character.isISOControl(c) || c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\uFEFF'
                ? "\\u%04x".formatted((int) c)
                : String.valueOf(c);
    }
}
