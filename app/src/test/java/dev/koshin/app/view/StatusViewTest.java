package dev.koshin.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At noon of March 1st, 2026, UTC. */
final class StatusViewTest {
    private final Seeing english = new Seeing(Locale.ENGLISH);

    private String row(Line line) {
        return english.status(line).get(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-02 00:00 UTC (in 12 h)",
        "2026-03-03, 2026-03-03 00:00 UTC (in 36 h)",
        "2026-03-04, 2026-03-04 00:00 UTC (in 2 days)",
        "2027-03-01, 2027-03-01 00:00 UTC (in 364 days)",
    })
    void the_end_is_shown_with_what_is_left(String day, String shown) {
        assertThat(row(Seeing.line(Seeing.seen(Seeing.live(Seeing.token(1, Optional.of(day)))))))
                .contains("ci          bot   api read_repository  " + shown);
    }

    /** GitLab accepted it, so it is GitLab's clock that counts. */
    @Test
    void a_token_that_only_our_clock_calls_expired_has_nothing_left() {
        assertThat(row(Seeing.line(Seeing.seen(Seeing.live(Seeing.token(1, Optional.of("2026-03-01")))))))
                .contains("(in 0 h)");
    }

    @Test
    void an_expired_token_is_shown_without_what_nobody_knows() {
        assertThat(row(Seeing.line(Seeing.seen(Seeing.expired())))).matches("ci +bot +- +- +expired +1 +now");
    }

    @Test
    void a_token_without_end_is_never_due() {
        assertThat(row(Seeing.line(Seeing.seen(Seeing.live(Seeing.token(1, Optional.empty()))))))
                .matches("ci +bot +api read_repository +never +never expires +1 +-");
    }

    @Test
    void several_places_are_counted_and_those_that_differ_are_a_problem() {
        List<String> lines = english.status(Seeing.line(Seeing.seen(
                Seeing.live(Seeing.token(1, Optional.of("2026-12-01"))),
                Seeing.live(Seeing.token(2, Optional.of("2026-12-01"))))));
        assertThat(lines.get(1)).matches("ci +bot .* places differ +2 +-");
        assertThat(lines)
                .contains(
                        "ci: [targets-differ] The places of this credential hold different live tokens: 1, 2",
                        "Credentials: 1, to renew: 0, to decide: 1.");
    }

    @Test
    void strays_are_named() {
        Line line = Seeing.line(Seeing.with(
                Seeing.seen(Seeing.live(Seeing.token(1, Optional.of("2026-12-01")))),
                Seeing.token(9, Optional.empty())));
        assertThat(english.status(line))
                .contains("Stray: token 9 \"by hand\" of bot lives, and no renewal accounts for it."
                        + " Koshin leaves it alone.");
        assertThat(line.json().get("strays")).isEqualTo(List.of(9L));
    }

    @Test
    void a_parked_one_says_why_and_what_to_do() {
        Line line = Seeing.line(Seeing.parked(
                Seeing.seen(Seeing.live(Seeing.token(1, Optional.of("2026-12-01")))),
                Problem.of(Reason.TARGET_TOO_NARROW, "place", "40 < 80")));
        assertThat(english.status(line))
                .contains(
                        "ci: [target-too-narrow] The value does not fit: place (40 < 80 characters)",
                        "  What to do: Widen the column, then: koshin resume NAME");
        assertThat(line.json()).containsEntry("reason", "target-too-narrow").containsEntry("state", "parked");
    }

    @Test
    void japanese_columns_stand_below_each_other() {
        List<String> lines = new Seeing(Locale.JAPANESE).status(Seeing.line(Seeing.seen(Seeing.expired())));
        assertThat(lines.get(0)).isEqualTo("資格情報  ユーザー  スコープ  有効期限  状態      反映先  次回");
        assertThat(lines.get(1)).isEqualTo("ci        bot       -         -         期限切れ  1       今すぐ");
    }

    @Test
    void no_credentials_at_all_are_said_to_be_none() {
        assertThat(english.status()).first().isEqualTo("No credentials were found.");
    }
}
