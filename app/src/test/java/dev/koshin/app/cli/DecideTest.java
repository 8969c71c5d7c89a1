package dev.koshin.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Claim;
import dev.koshin.journal.Entry;
import dev.koshin.journal.sql.SqlJournals;
import dev.koshin.journal.sql.SqlJournals.Mode;
import dev.koshin.model.CredentialName;
import dev.koshin.model.OldToken;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What Koshin leaves to a person. */
final class DecideTest {
    private static final String NOBODYS = "glpat-nobodyknowsthisvalue";

    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void install() throws IOException, SQLException {
        site = Site.in(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    /** As after a crash just before the first token was asked for. */
    private void begun() {
        try (SqlJournals.Opened journal = SqlJournals.open(
                "jdbc:sqlite:" + site.path("koshin.db"),
                Optional.empty(),
                Optional.empty(),
                InstantSource.system(),
                Mode.WRITE)) {
            CredentialName name = new CredentialName(Site.DUE);
            if (journal.acquire(name, Duration.ofMinutes(1)) instanceof Claim.Granted granted) {
                OldToken old = new OldToken(
                        Optional.of(new TokenId(3)),
                        Secret.of(site.seeded(Site.USERS.get(1))).fingerprint());
                journal.release(
                        granted.lease(),
                        List.of(new Entry.Started(new RenewalId("0123456789abcdef"), name, List.of(old), "due")));
            }
        }
    }

    /** The renewal of one credential meets the live token of another user in its row. */
    private void parked() throws SQLException {
        begun();
        site.value(2, site.seeded(Site.USERS.get(4)));
        Ran parked = site.koshin("renew", Site.DUE, "--yes").exits(Exit.PARKED);
        assertThat(parked.out())
                .contains("unfinished")
                .contains(
                        ": parked[target-holds-foreign]: The place holds a live token that Koshin did not put there: ",
                        ", token 6 (ITA_ORG_")
                .contains(
                        "  What to do: If that token may be overwritten (it stays alive): koshin resume NAME --replace")
                .contains("1 parked.");
    }

    @Test
    void a_foreign_live_token_parks_the_renewal() throws SQLException {
        parked();
        assertThat(site.value(2)).isEqualTo(site.seeded(Site.USERS.get(4)));
        assertThat(site.koshin("status", "--check", Site.DUE).exits(Exit.DUE).out())
                .contains("parked", "koshin resume NAME --replace", "to renew: 0, to decide: 1");
        assertThat(site.koshin("retire").exits(Exit.PARKED).out()).contains(Site.DUE + ": parked[");
        JsonNode json = site.koshin("renew", Site.DUE, "--yes", "-o", "json")
                .exits(Exit.PARKED)
                .json();
        assertThat(json.path("parked").asInt()).isEqualTo(1);
        assertThat(json.path("credentials").path(0).path("reason").asString()).isEqualTo("target-holds-foreign");
    }

    @Test
    void resuming_parks_again_while_nothing_has_changed() throws SQLException {
        parked();
        assertThat(site.koshin("resume", Site.DUE).exits(Exit.PARKED).out()).contains("1 parked.");
    }

    @Test
    void resuming_goes_on_once_the_old_value_is_back() throws SQLException {
        parked();
        site.value(2, site.seeded(Site.USERS.get(1)));
        assertThat(site.koshin("resume", Site.DUE).exits(Exit.OK).out()).contains("1 waiting");
    }

    @Test
    void resuming_with_replace_overwrites_and_spares_the_stranger() throws SQLException {
        parked();
        assertThat(site.koshin("resume", Site.DUE, "--replace").exits(Exit.OK).out())
                .contains("1 waiting");
        Ran _ = site.koshin("retire", "--retire-now").exits(Exit.OK);
        assertThat(site.gitlab().tokens())
                .filteredOn(token -> token.id() == 6)
                .singleElement()
                .satisfies(token -> assertThat(token.active()).isTrue());
    }

    @Test
    void a_value_that_nobody_knows_is_left_alone_and_shown_beside_the_others() throws SQLException {
        site.value(2, NOBODYS);
        Ran renewed = site.koshin("renew", "--all", "--yes").exits(Exit.PARKED);
        assertThat(renewed.out())
                .contains(
                        Site.DUE + ": parked[target-holds-unknown]: The place holds a value that GitLab does not know")
                .contains("4 waiting", "1 parked.");
        assertThat(site.value(2)).isEqualTo(NOBODYS);
    }

    @Test
    void only_undecided_ones_are_not_worth_a_question() throws SQLException {
        site.value(2, NOBODYS);
        Ran renewed = site.koshin("renew", Site.DUE, "-o", "json").exits(Exit.PARKED);
        assertThat(renewed.json().path("parked").asInt()).isEqualTo(1);
        assertThat(site.writes()).isEmpty();
    }

    @Test
    void replacing_overwrites_a_value_that_nobody_knows() throws SQLException {
        site.value(2, NOBODYS);
        assertThat(site.koshin("renew", Site.DUE, "--yes", "--replace")
                        .exits(Exit.OK)
                        .out())
                .contains("unknown token", "1 waiting");
        assertThat(site.value(2)).isNotEqualTo(NOBODYS);
    }

    @Test
    void the_remedy_of_an_unknown_value_works() throws SQLException {
        site.value(2, NOBODYS);
        assertThat(site.koshin("resume", Site.DUE, "--replace").exits(Exit.OK).out())
                .contains("1 waiting");
    }
}
