package dev.koshin.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the parser is told before it parses. */
final class EarlyTest {
    @Test
    void the_language_of_the_environment_needs_no_locale_of_the_operating_system() {
        assertThat(language(Map.of("LANG", "ja_JP.UTF-8"))).isEqualTo("ja");
        assertThat(language(Map.of("LANG", "ja"))).isEqualTo("ja");
        assertThat(language(Map.of("LANG", "en_US.UTF-8", "LC_MESSAGES", "ja_JP.eucJP")))
                .isEqualTo("ja");
        assertThat(language(Map.of("LANG", "ja_JP.UTF-8", "LC_MESSAGES", "", "LC_ALL", "en_US")))
                .isEqualTo("en");
    }

    @Test
    void an_environment_without_a_language_leaves_it_to_java() {
        String usual = Locale.getDefault(Locale.Category.DISPLAY).getLanguage();
        assertThat(language(Map.of())).isEqualTo(usual);
        assertThat(language(Map.of("LANG", "C.UTF-8"))).isEqualTo(usual);
        assertThat(language(Map.of("LANG", "ja_JP.UTF-8", "LC_ALL", "POSIX"))).isEqualTo(usual);
    }

    @Test
    void the_option_goes_before_the_environment() {
        assertThat(new Early(List.of("status", "--lang=en"), Map.of("LANG", "ja_JP.UTF-8"))
                        .locale()
                        .getLanguage())
                .isEqualTo("en");
    }

    private static String language(Map<String, String> environment) {
        return new Early(List.of("status"), environment).locale().getLanguage();
    }
}
