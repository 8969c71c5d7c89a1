package dev.koshin.e2e.clients;

import static dev.koshin.e2e.clients.PretendGitlab.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.e2e.clients.ForeignClient.Made;
import dev.koshin.e2e.clients.ForeignClient.RefusedException;
import dev.koshin.simulator.control.TokenView;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every client must be able to do with the simulator, and what must have happened there then. */
interface ForeignClientContract {
    /** The client of this GitLab. Skips the test when the client is not on this machine. */
    ForeignClient client(URI gitlab) throws IOException;

    /** Which of all the tokens the client asks for. */
    default List<Long> listed(List<Long> all) {
        return all;
    }

    @Test
    default void it_learns_which_token_it_has() throws IOException {
        try (PretendGitlab gitlab = PretendGitlab.open()) {
            assertThat(client(gitlab.uri()).self(gitlab.tokenOfAnn())).isEqualTo(gitlab.idOfAnnsToken());
        }
    }

    @Test
    default void it_lists_all_tokens_of_many_pages() throws IOException {
        try (PretendGitlab gitlab = PretendGitlab.open()) {
            assertThat(client(gitlab.uri()).own(gitlab.tokenOfAnn()))
                    .containsExactlyInAnyOrderElementsOf(listed(gitlab.idsOf(ANN)));
        }
    }

    @Test
    default void a_token_that_it_makes_is_accepted() throws IOException {
        try (PretendGitlab gitlab = PretendGitlab.open()) {
            Made made = client(gitlab.uri()).create(gitlab.tokenOfRoot(), ANN, "by a foreign client");
            TokenView token = gitlab.token(made.id());
            assertThat(token.userId()).isEqualTo(ANN.id());
            assertThat(token.name()).isEqualTo("by a foreign client");
            assertThat(token.scopes()).isEqualTo(List.of("api"));
            assertThat(token.expiresAt()).contains(PretendGitlab.expiry());
            assertThat(gitlab.accepts(made.value())).isTrue();
        }
    }

    @Test
    default void a_token_that_it_rotates_is_dead_and_the_next_one_is_accepted() throws IOException {
        try (PretendGitlab gitlab = PretendGitlab.open()) {
            long old = gitlab.idOfAnnsToken();
            Made next = client(gitlab.uri()).rotate(gitlab.tokenOfRoot(), ANN, old);
            assertThat(gitlab.token(old).revoked()).isTrue();
            assertThat(gitlab.accepts(gitlab.tokenOfAnn())).isFalse();
            assertThat(gitlab.token(next.id()).name())
                    .isEqualTo(gitlab.token(old).name());
            assertThat(gitlab.accepts(next.value())).isTrue();
        }
    }

    @Test
    default void a_token_that_it_revokes_is_dead() throws IOException {
        try (PretendGitlab gitlab = PretendGitlab.open()) {
            client(gitlab.uri()).revoke(gitlab.tokenOfRoot(), ANN, gitlab.idOfAnnsToken());
            assertThat(gitlab.token(gitlab.idOfAnnsToken()).revoked()).isTrue();
            assertThat(gitlab.accepts(gitlab.tokenOfAnn())).isFalse();
        }
    }

    @Test
    default void it_understands_that_its_token_is_refused() throws IOException {
        try (PretendGitlab gitlab = PretendGitlab.open()) {
            ForeignClient client = client(gitlab.uri());
            client.revoke(gitlab.tokenOfRoot(), ANN, gitlab.idOfAnnsToken());
            assertThatThrownBy(() -> client.self(gitlab.tokenOfAnn()))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageMatching("(?s).*(401|[Rr]evoked).*");
            assertThatThrownBy(() -> client.self(gitlab.expiredTokenOfAnn()))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageMatching("(?s).*(401|[Ee]xpired).*");
        }
    }
}
