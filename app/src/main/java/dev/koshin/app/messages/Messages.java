package dev.koshin.app.messages;

import dev.koshin.model.Problem;
import dev.koshin.plan.Verdict;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The messages of one language. A key that is missing is a bug; a test compares the bundles with each other. */
public final class Messages {
    private static final String BUNDLE = "dev.koshin.app.messages.messages";
    private static final int MOST_DETAILS = 5;

    private final Locale locale;
    private final ResourceBundle bundle;

    private Messages(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
    }

    /** The messages in the language of {@code locale}; English if it is not Japanese. */
    public static Messages of(Locale locale) {
        return new Messages(
                Locale.JAPANESE.getLanguage().equals(locale.getLanguage()) ? Locale.JAPANESE : Locale.ENGLISH);
    }

    /** The language. */
    public Locale locale() {
        return locale;
    }

    /** The message called {@code key}, with {@code details} put in. */
    public String text(String key, Object... details) {
        Object[] texts = Arrays.stream(details).map(String::valueOf).toArray();
        return new MessageFormat(bundle.getString(key), locale).format(texts);
    }

    /** What is wrong, and where. */
    public String what(Problem problem) {
        return tidy(text("reason." + problem.reason().code(), padded(problem.details())));
    }

    /** What to do about it. */
    public String remedy(Problem problem) {
        return text("reason." + problem.reason().code() + ".remedy", padded(problem.details()));
    }

    /** The short name of a planner's reason. */
    public String why(Verdict.Why why) {
        return text("why." + why.code());
    }

    private static Object[] padded(List<String> details) {
        return Stream.concat(details.stream(), Stream.generate(() -> ""))
                .limit(Math.max(MOST_DETAILS, details.size()))
                .toArray();
    }

    /** Takes away the brackets and spaces around a detail that is not known. */
    private static String tidy(String text) {
        return text.replace(" ()", "")
                .replace(" (did you mean ?)", "")
                .replace(" (もしかして )", "")
                .strip();
    }
}
