package dev.koshin.app.messages;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.plan.Verdict;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The messages of one language. A key that is missing is a bug; a test compares the bundles with each other. */
public final class Messages {
    private static final String BUNDLE = "dev.koshin.app.messages.messages";

    /** Few need it, and it is long. */
    private static final String INIT = "dev.koshin.app.messages.init";

    private static final String DOCTOR = "dev.koshin.app.messages.doctor";

    private static final Pattern OF_DOCTOR = Pattern.compile("(breaks|check|doctor)[.].*");
    private static final int MOST_DETAILS = 5;
    private static final Pattern BRACKETS = Pattern.compile(" ?\\([^()]*\\)");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern DETAIL = Pattern.compile("\\{(\\d)}");

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

    /** The message called {@code key}, with {@code details} put in; brackets around nothing but empty ones go away. */
    public String text(String key, Object... details) {
        String[] texts = Arrays.stream(details).map(Messages::oneLine).toArray(String[]::new);
        String pattern = BRACKETS.matcher(pattern(key))
                .replaceAll(brackets -> known(brackets, texts) ? Matcher.quoteReplacement(brackets.group()) : "");
        return new MessageFormat(pattern, locale).format(texts).strip();
    }

    private String pattern(String key) {
        return bundle(key).getString(key);
    }

    private ResourceBundle bundle(String key) {
        if (key.startsWith("init.")) {
            return ResourceBundle.getBundle(INIT, locale);
        }
        return OF_DOCTOR.matcher(key).matches() ? ResourceBundle.getBundle(DOCTOR, locale) : bundle;
    }

    /** Names and answers come from elsewhere; a control character in them could rewrite the screen. */
    private static String oneLine(Object detail) {
        return CONTROL.matcher(String.valueOf(detail)).replaceAll(" ");
    }

    private static boolean known(MatchResult brackets, String[] texts) {
        List<String> inside = DETAIL.matcher(brackets.group())
                .results()
                .map(detail -> texts[Integer.parseInt(detail.group(1))])
                .toList();
        return inside.isEmpty() || !inside.stream().allMatch(String::isBlank);
    }

    /** What is wrong, and where. */
    public String what(Problem problem) {
        return text("reason." + problem.reason().code(), padded(details(problem)));
    }

    /** What to do about it. */
    public String remedy(Problem problem) {
        return text("reason." + problem.reason().code() + ".remedy", padded(problem.details()));
    }

    /** As many files were looked for as there are places for them. */
    private static List<String> details(Problem problem) {
        return problem.reason() == Reason.CONFIG_MISSING
                ? List.of(String.join(", ", problem.details()))
                : problem.details();
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
}
