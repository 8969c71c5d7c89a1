package dev.koshin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReasonTest {
    @Test
    void codes_are_kebab_case_and_unique() {
        assertThat(Reason.values())
                .extracting(Reason::code)
                .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"))
                .doesNotHaveDuplicates()
                .contains("admin-token-expired", "gitlab-unreachable", "target-holds-foreign");
    }

    /** A person is called for these, and for nothing else. */
    @Test
    void these_need_a_person() {
        assertThat(Arrays.stream(Reason.values()).filter(reason -> reason.remedy() == Reason.Remedy.DECIDE))
                .containsExactly(
                        Reason.USER_MISSING,
                        Reason.USER_BLOCKED,
                        Reason.USER_DIFFERS,
                        Reason.TOKEN_DIFFERS,
                        Reason.TOKEN_SCOPES_MISSING,
                        Reason.TOKEN_EXPIRES_TOO_SOON,
                        Reason.TOKEN_LOST_TOO_OFTEN,
                        Reason.TOKEN_CHARACTERS_UNFIT,
                        Reason.TOKEN_MADE_BY_HAND,
                        Reason.ADOPTED_NOT_LIVE,
                        Reason.ADOPTED_SCOPES_MISSING,
                        Reason.TARGET_ROW_MISSING,
                        Reason.TARGET_ROW_NOT_UNIQUE,
                        Reason.TARGET_TOO_NARROW,
                        Reason.TARGET_MORE_CHANGED,
                        Reason.TARGET_HOLDS_FOREIGN,
                        Reason.TARGET_HOLDS_UNKNOWN,
                        Reason.TARGETS_DIFFER,
                        Reason.TARGET_KEEPS_CHANGING,
                        Reason.ROLLBACK_UNFINISHED,
                        Reason.ROLLED_BACK);
    }

    @Test
    void the_others_are_tried_again() {
        assertThat(Reason.GITLAB_TIMEOUT.remedy()).isEqualTo(Reason.Remedy.TRY_AGAIN);
        assertThat(Reason.TARGET_CHANGED.remedy()).isEqualTo(Reason.Remedy.TRY_AGAIN);
    }

    @Test
    void a_problem_prints_its_code_and_its_details() {
        assertThat(Problem.of(Reason.TARGET_CHANGED, "row-1", "2")).hasToString("target-changed[row-1, 2]");
        assertThat(Problem.of(Reason.USER_MISSING)).hasToString("user-missing[]");
    }

    @Test
    void a_problem_keeps_the_details_it_was_made_with() {
        List<String> details = new ArrayList<>(List.of("row-1"));
        Problem problem = new Problem(Reason.TARGET_CHANGED, details);
        details.add("row-2");
        assertThat(problem.details()).containsExactly("row-1");
    }
}
