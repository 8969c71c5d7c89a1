package dev.koshin.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import org.junit.jupiter.api.Test;

final class JournalUnavailableTest {
    @Test
    void says_what_is_wrong_and_keeps_the_cause() {
        Problem problem = Problem.of(Reason.JOURNAL_UNAVAILABLE, "disk full");
        IllegalStateException cause = new IllegalStateException("cause");
        JournalUnavailable unavailable = new JournalUnavailable(problem, cause);
        assertThat(unavailable).hasMessage("journal-unavailable[disk full]").hasCause(cause);
        assertThat(unavailable.problem()).isEqualTo(problem);
    }

    @Test
    void a_lost_lease_says_which() {
        assertThat(new LeaseLost(new Lease(new CredentialName("exastro/root"), 3)))
                .hasMessage("lease 3 on exastro/root was taken over");
    }
}
