package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.Stage.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class KeysetTest {
    @AutoClose
    private final Stage stage = Stage.open();

    @Test
    void aPageLeadsToTheNextOneAndTellsNoNumbers() {
        Answer first = stage.get(Cast.ROOT, "/users?pagination=keyset&order_by=id&sort=asc&per_page=2");

        assertThat(first.ids()).containsExactly(1L, 2L);
        assertThat(first.header("Link"))
                .isEqualTo("<http://gitlab.example.test/api/v4/users?id_after=2&order_by=id&pagination=keyset"
                        + "&per_page=2&sort=asc>; rel=\"next\"");
        assertThat(first.header("X-Total")).isEqualTo("(none)");
    }

    @Test
    void theLastPageLeadsNowhere() {
        Answer last = stage.get(Cast.ROOT, "/users?pagination=keyset&order_by=id&sort=asc&per_page=2&id_after=4");

        assertThat(last.ids()).containsExactly(5L);
        assertThat(last.header("Link")).isEqualTo("(none)");
    }

    @Test
    void projectsCanBeReadFromTheNewestOn() {
        Answer first = stage.get(Cast.ROOT, "/projects?pagination=keyset&order_by=id&sort=desc&per_page=1");

        assertThat(first.ids()).containsExactly(2L);
        assertThat(first.header("Link")).contains("id_before=2");
    }
}
