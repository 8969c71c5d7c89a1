package dev.koshin.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;

final class PasteViewTest {
    private static final PasteView.Wanted WANTED = new PasteView.Wanted(
            "koshin exastro/root 0123456789abcdef",
            LocalDate.parse("2027-07-01"),
            new TreeSet<>(List.of("api", "sudo", "write_repository")));

    private final Seeing english = new Seeing(Locale.ENGLISH);

    @Test
    void the_steps_are_those_of_the_manual_with_their_values() {
        PasteView.show(english.screen(), URI.create("http://127.0.0.1:40080"), "root", WANTED);

        assertThat(english.text()).isEqualTo("""
                A new token must be made by hand (manual, 10.4.1):
                1. Open http://127.0.0.1:40080 and sign in as root.
                2. Click the avatar, Edit profile, Access tokens, Add new token.
                3. Token name: koshin exastro/root 0123456789abcdef
                4. Expiration date: 2027-07-01
                5. Scopes: api, sudo, write_repository (no fewer)
                6. Create the token, reveal it and copy it. GitLab shows it only once.
                7. Paste it here and press Enter; it is not shown.
                """);
    }

    @Test
    void japanese_has_the_same_values() {
        Seeing japanese = new Seeing(Locale.JAPANESE);
        PasteView.show(japanese.screen(), URI.create("http://127.0.0.1:40080"), "root", WANTED);

        assertThat(japanese.text())
                .contains("http://127.0.0.1:40080", WANTED.name(), "2027-07-01", "api, sudo, write_repository")
                .hasLineCount(8);
    }

    @Test
    void a_wrong_one_is_explained_and_the_last_one_is_the_last() {
        PasteView.wrong(english.screen(), Problem.of(Reason.PASTED_NOT_LIVE, "expired"), 2);
        PasteView.wrong(english.screen(), Problem.of(Reason.PASTED_NOT_LIVE, "unknown"), 0);

        assertThat(english.text().lines().toList())
                .contains(
                        "What was pasted is no token that GitLab accepts (expired). Try again; 2 more.",
                        Index.atIndex(0))
                .contains(
                        "What was pasted is no token that GitLab accepts (unknown). That was the last try.",
                        Index.atIndex(2));
    }
}
