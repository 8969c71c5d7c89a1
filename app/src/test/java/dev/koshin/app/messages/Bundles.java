package dev.koshin.app.messages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The files with the texts. */
final class Bundles {
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.JAPANESE);

    private static final Pattern DETAIL = Pattern.compile("\\{(\\d)}");

    private Bundles() {}

    static Map<String, String> messages(Locale language) {
        Map<String, String> texts = read("messages", language);
        texts.putAll(read("init", language));
        texts.putAll(read("doctor", language));
        return texts;
    }

    static Map<String, String> usage(Locale language) {
        return read("usage", language);
    }

    private static Map<String, String> read(String name, Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle("dev.koshin.app.messages." + name, language);
        Map<String, String> texts = new TreeMap<>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }

    static Set<String> details(String pattern) {
        Set<String> details = new TreeSet<>();
        DETAIL.matcher(pattern).results().map(MatchResult::group).forEach(details::add);
        return details;
    }
}
