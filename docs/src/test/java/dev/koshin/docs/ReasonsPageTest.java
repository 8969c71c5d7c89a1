package dev.koshin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.app.messages.Messages;
import dev.koshin.model.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of reasons says what the program says. */
final class ReasonsPageTest {
    private static final String NAME = "reference/reasons.md";
    private static final String DETAIL = "~";
    private static final int REMEDY = 4;
    private static final int NEXT = 3;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void has_one_row_for_each_reason(String language) {
        assertThat(rows(language).map(List::getFirst))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Reason.values()).map(Reason::code).toList());
    }

    @Test
    void tells_apart_what_is_tried_again_and_what_is_parked() {
        Map<String, List<String>> byCode = rows("en").collect(Collectors.toMap(List::getFirst, Function.identity()));
        assertThat(Reason.values()).allSatisfy(reason -> {
            String next = byCode.getOrDefault(reason.code(), List.of()).get(NEXT);
            assertThat(next.startsWith("parked"))
                    .as(reason.code() + ": " + next)
                    .isEqualTo(reason.remedy() == Reason.Remedy.DECIDE);
        });
    }

    private static Stream<List<String>> rows(String language) {
        return Page.of(Pages.ROOT.resolve("docs").resolve(language).resolve(NAME)).rows().stream()
                .filter(row -> row.size() > REMEDY && row.getFirst().matches("[a-z]+(-[a-z]+)+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void gives_the_remedy_that_the_program_gives(String language) {
        Messages messages = Messages.of(Locale.of(language));
        assertThat(rows(language))
                .allSatisfy(row -> assertThat(row.get(REMEDY))
                        .matches(anyDetails(
                                messages.text("reason." + row.getFirst() + ".remedy", DETAIL, DETAIL, DETAIL))));
    }

    /** On the page a word stands for what the program puts in. */
    private static Pattern anyDetails(String said) {
        return Pattern.compile(Pattern.quote(said).replace(DETAIL, "\\E.+\\Q"));
    }
}
