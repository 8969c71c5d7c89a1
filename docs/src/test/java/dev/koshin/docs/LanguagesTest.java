package dev.koshin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both languages have the same pages, with the same structure and the same code. */
final class LanguagesTest {
    /** What a program prints, or a picture of words: in the reader's language. */
    private static final Set<String> IN_THE_READERS_LANGUAGE = Set.of("text");

    private static final Set<String> LANGUAGES_OF_CODE = Set.of("sh", "text", "yaml", "json", "ini", "sql");
    private static final Pattern COMMENT = Pattern.compile("(?m)(^|\\s)#.*$");
    private static final Pattern HALF_WIDTH_PUNCTUATION =
            Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}][,.!?;]( |$)");

    static List<String> names() {
        return Pages.names(Pages.ENGLISH);
    }

    @Test
    void every_page_is_there_in_both() {
        assertThat(Pages.names(Pages.JAPANESE)).isEqualTo(names());
    }

    @ParameterizedTest
    @MethodSource("names")
    void headings_have_the_same_levels_in_the_same_order(String name) {
        assertThat(levels(Pages.japanese(name))).isEqualTo(levels(Pages.english(name)));
    }

    private static List<Integer> levels(Page page) {
        return page.titles().stream().map(Page.Title::level).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void code_is_the_same_but_for_comments(String name) {
        assertThat(code(Pages.japanese(name))).isEqualTo(code(Pages.english(name)));
    }

    private static List<Page.Block> code(Page page) {
        return page.blocks().stream()
                .map(block -> IN_THE_READERS_LANGUAGE.contains(block.language())
                        ? new Page.Block(block.language(), "")
                        : new Page.Block(block.language(), uncommented(block.text())))
                .toList();
    }

    private static String uncommented(String code) {
        return COMMENT.matcher(code).replaceAll("").replaceAll("(?m)\\s+$", "");
    }

    @ParameterizedTest
    @MethodSource("names")
    void tables_have_the_same_rows(String name) {
        assertThat(Pages.japanese(name).rows())
                .hasSameSizeAs(Pages.english(name).rows());
    }

    @Test
    void every_block_says_what_it_is() {
        assertThat(Pages.all())
                .allSatisfy(page -> assertThat(page.blocks())
                        .as("%s", page)
                        .allSatisfy(block ->
                                assertThat(LANGUAGES_OF_CODE).as(block.text()).contains(block.language())));
    }

    @ParameterizedTest
    @MethodSource("names")
    void japanese_prose_has_japanese_punctuation(String name) {
        assertThat(Pages.japanese(name).prose())
                .allSatisfy(text -> assertThat(text).doesNotContainPattern(HALF_WIDTH_PUNCTUATION));
    }
}
