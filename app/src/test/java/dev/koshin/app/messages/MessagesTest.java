package dev.koshin.app.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.koshin.exastro.Skipped;
import dev.koshin.exastro.discovery.Note;
import dev.koshin.exastro.discovery.Point;
import dev.koshin.model.Reason;
import dev.koshin.plan.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class MessagesTest {
    static final List<Locale> LANGUAGES = Bundles.LANGUAGES;

    /** These texts are the same in every language. */
    private static final List<String> WORDLESS =
            List.of("next.none", "check.gitlab", "check.env-file", "doctor.server", "doctor.values");

    /** Keys that the program puts together. */
    private static final List<String> PREFIXES =
            List.of("reason.", "why.", "action.", "drift.", "skipped.", "check.", "init.point.", "init.comment.");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(Bundles.messages(Locale.JAPANESE).keySet())
                .isEqualTo(Bundles.messages(Locale.ENGLISH).keySet());
        assertThat(Bundles.usage(Locale.JAPANESE).keySet())
                .isEqualTo(Bundles.usage(Locale.ENGLISH).keySet());
    }

    @Test
    void every_word_of_the_engine_has_a_text() {
        assertThat(Bundles.messages(Locale.ENGLISH).keySet())
                .containsAll(Stream.of(Reason.values())
                        .map(reason -> "reason." + reason.code())
                        .flatMap(key -> Stream.of(key, key + ".remedy"))
                        .toList())
                .containsAll(Stream.of(Verdict.Why.values())
                        .map(why -> "why." + why.code())
                        .toList())
                .containsAll(Stream.of(Verdict.Action.values())
                        .map(action -> "action." + action.name().toLowerCase(Locale.ROOT))
                        .toList())
                .containsAll(Stream.of(Point.values())
                        .map(point -> "init.point." + point.code())
                        .toList())
                .containsAll(Stream.of(Note.values())
                        .map(note -> "init.comment." + note.code())
                        .toList())
                .containsAll(Stream.of(Skipped.Why.values())
                        .map(why -> "skipped." + why.code())
                        .toList());
    }

    @Test
    void no_text_is_about_a_word_that_the_engine_does_not_have() {
        List<String> reasons = Stream.of(Reason.values()).map(Reason::code).toList();
        List<String> whys =
                Stream.of(Verdict.Why.values()).map(Verdict.Why::code).toList();
        assertThat(Bundles.messages(Locale.ENGLISH).keySet()).allSatisfy(key -> {
            if (key.startsWith("reason.")) {
                assertThat(reasons).contains(key.substring("reason.".length()).replace(".remedy", ""));
            }
            if (key.startsWith("why.")) {
                assertThat(whys).contains(key.substring("why.".length()));
            }
        });
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void every_text_is_a_pattern(Locale language) {
        assertThat(Bundles.messages(language)).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThatCode(() -> new MessageFormat(text, language)).as(key).doesNotThrowAnyException();
        });
    }

    @Test
    void both_languages_put_in_the_same_details() {
        Map<String, String> japanese = Bundles.messages(Locale.JAPANESE);
        assertThat(Bundles.messages(Locale.ENGLISH))
                .allSatisfy((key, text) -> assertThat(Bundles.details(japanese.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(Bundles.details(text)));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void an_apostrophe_comes_out_once(Locale language) {
        Messages messages = Messages.of(language);
        assertThat(Bundles.messages(language)).allSatisfy((key, text) -> {
            String shown = messages.text(key, "x", "x", "x", "x", "x");
            assertThat(shown).as(key).doesNotContain("''");
            assertThat(shown.chars().filter(one -> one == '\'').count())
                    .as("a single apostrophe in a pattern hides what follows: " + key)
                    .isEqualTo(text.replace("'{'", "").replace("'}'", "").split("''", -1).length - 1L);
        });
    }

    @Test
    void japanese_is_japanese() {
        assertThat(Bundles.messages(Locale.JAPANESE))
                .allSatisfy((key, text) -> assertThat(WORDLESS.contains(key) || japanese(text))
                        .as(key)
                        .isTrue());
        assertThat(Bundles.usage(Locale.JAPANESE))
                .allSatisfy((key, text) -> assertThat(japanese(text)).as(key).isTrue());
    }

    @Test
    void english_is_not() {
        assertThat(Bundles.messages(Locale.ENGLISH))
                .allSatisfy((key, text) -> assertThat(japanese(text)).as(key).isFalse());
    }

    private static boolean japanese(String text) {
        return text.codePoints().mapToObj(Character.UnicodeScript::of).anyMatch(script -> switch (script) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        });
    }

    @Test
    void every_text_is_used() throws IOException {
        String sources = sources();
        assertThat(Bundles.messages(Locale.ENGLISH).keySet())
                .allSatisfy(key -> assertThat(sources.contains("\"" + key + "\"") || composed(sources, key))
                        .as(key)
                        .isTrue());
    }

    private static boolean composed(String sources, String key) {
        return PREFIXES.stream().filter(key::startsWith).anyMatch(prefix -> sources.contains("\"" + prefix + "\" + "));
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
