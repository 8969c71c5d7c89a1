package dev.koshin.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Trail;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.model.Use;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Planner;
import dev.koshin.plan.Policy;
import dev.koshin.renew.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The outcomes in words. */
final class RenewViewTest {
    private static final TokenRef FRESH = new TokenRef(new TokenId(7), new Fingerprint("0123456789ab"));
    private static final Problem PROBLEM = Problem.of(Reason.TARGET_UNREACHABLE, "h:3306", "SQLState 08001");
    private static final Observation LIVE = Seeing.seen(Seeing.live(Seeing.token(3, Optional.of("2026-12-01"))));

    private static String shown(Locale language, Outcome outcome, Standing standing) {
        Seeing seeing = new Seeing(language);
        RenewView.print(seeing.screen(), Map.of(Seeing.NAME, outcome), Map.of(), Map.of(Seeing.NAME, standing));
        return seeing.text();
    }

    private static String shown(Outcome outcome) {
        return shown(Locale.ENGLISH, outcome, new Standing(LIVE, Optional.empty()));
    }

    private static String failed(Observation seen, Optional<Trail> open) {
        return shown(Locale.ENGLISH, new Outcome.Failed(PROBLEM), new Standing(seen, open));
    }

    @Test
    void each_outcome_has_a_sentence() {
        assertThat(shown(new Outcome.Finished(FRESH, Set.of())))
                .startsWith("ci: renewed and proven; the old token works no longer\n");
        assertThat(shown(new Outcome.Proven(FRESH, Seeing.NOW, new TreeSet<>(), new TreeSet<>())))
                .startsWith("ci: renewed and proven; the old token is not revoked before 2026-03-01 12:00 UTC\n")
                .contains("1 waiting", "Run koshin retire after that");
        assertThat(shown(new Outcome.Proven(
                        FRESH, Seeing.NOW, new TreeSet<>(List.of(new Use("4711"))), new TreeSet<>())))
                .contains("the old token is not revoked before these end: 4711");
        assertThat(shown(new Outcome.NotNeeded(Planner.judge(LIVE, Policy.DEFAULT, Seeing.NOW))))
                .startsWith("ci: nothing to do (fresh)\n");
        assertThat(shown(new Outcome.Parked(PROBLEM)))
                .startsWith(
                        "ci: parked[target-unreachable]: The database or cluster cannot be reached: h:3306 (SQLState 08001)\n  What to do: ");
        assertThat(shown(new Outcome.Busy("host-2"))).startsWith("ci: another worker is at it (host-2)\n");
        assertThat(shown(new Outcome.Busy(""))).startsWith("ci: another worker is at it\n");
    }

    @Test
    void a_live_token_still_works_until_its_end() {
        assertThat(failed(LIVE, Optional.empty()))
                .contains("\n  The token in use so far still works until 2026-12-01 00:00 UTC.\n");
        assertThat(failed(Seeing.seen(Seeing.live(Seeing.token(3, Optional.empty()))), Optional.empty()))
                .contains("\n  The token in use so far still works.\n");
        assertThat(shown(Locale.JAPANESE, new Outcome.Failed(PROBLEM), new Standing(LIVE, Optional.empty())))
                .contains("\n  これまでのトークンは 2026-12-01 00:00 UTC まで使えます。\n");
    }

    @Test
    void a_dead_token_is_not_said_to_work() {
        assertThat(failed(Seeing.seen(Seeing.expired()), Optional.empty()))
                .contains("\n  The token in use so far has expired.\n");
        assertThat(failed(Seeing.seen(Seeing.revoked()), Optional.empty()))
                .contains("\n  The token in use so far was revoked.\n");
    }

    @Test
    void once_revoking_has_begun_only_the_promise_is_certain() {
        Trail revoking = Seeing.trail(
                new Entry.Proven(Seeing.renewal(), FRESH, new TreeSet<>()),
                new Entry.Revoking(Seeing.renewal(), new TreeSet<>(List.of(new TokenId(3)))));
        assertThat(failed(LIVE, Optional.of(revoking)))
                .contains("\n  No working token was taken away from any place.\n")
                .doesNotContain("still works");
        Trail parked = revoking.after(new Entry.Parked(Seeing.renewal(), PROBLEM), Seeing.NOW);
        assertThat(failed(LIVE, Optional.of(parked))).doesNotContain("still works");
    }
}
