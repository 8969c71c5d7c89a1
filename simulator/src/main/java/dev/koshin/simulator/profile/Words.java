package dev.koshin.simulator.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lists of words of which some exist in some releases only: {@code "id description@17.7 skype@..18.0"}. */
public final class Words {
    private Words() {}

    /** The words that exist in a release, in their order. */
    public static List<String> in(Minor release, String text) {
        return Arrays.stream(text.split(" ", -1))
                .flatMap(word -> in(word, release).stream())
                .toList();
    }

    /** One word without its span, if it exists in a release. */
    public static Optional<String> in(String word, Minor release) {
        int at = word.indexOf('@');
        return at < 0
                ? Optional.of(word)
                : Optional.of(word.substring(0, at))
                        .filter(_ -> Span.of(word.substring(at + 1)).holds(release));
    }
}
