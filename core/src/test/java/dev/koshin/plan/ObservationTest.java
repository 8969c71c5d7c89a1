package dev.koshin.plan;

import static dev.koshin.plan.Samples.TOKEN;
import static dev.koshin.plan.Samples.WINTER;
import static dev.koshin.plan.Samples.live;
import static dev.koshin.plan.Samples.open;
import static dev.koshin.plan.Samples.print;
import static dev.koshin.plan.Samples.seen;
import static dev.koshin.plan.Samples.unknown;
import static dev.koshin.plan.Samples.unreadable;
import static dev.koshin.plan.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Past;
import dev.koshin.model.OldToken;
import dev.koshin.model.TargetName;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ObservationTest {
    private static final Optional<TokenId> FOUR = Optional.of(new TokenId(4));

    @Test
    void each_live_token_is_named_once() {
        assertThat(seen(live(TOKEN), unknown(), live(TOKEN)).live()).containsExactly(TOKEN);
        assertThat(seen(unknown(), new Seen.Empty()).live()).isEmpty();
    }

    /** GitLab notes the use of a token while it is asked about it, so two answers about one token may differ. */
    @Test
    void a_token_that_was_used_between_two_answers_is_the_same_token() {
        Token used = new Token(
                TOKEN.id(),
                TOKEN.user(),
                TOKEN.name(),
                TOKEN.scopes(),
                TOKEN.created(),
                Optional.of(WINTER),
                TOKEN.expiry(),
                false);
        assertThat(seen(live(TOKEN), live(used)).live()).containsExactly(TOKEN);
        assertThat(Planner.judge(seen(live(TOKEN), live(used)), Policy.DEFAULT, Samples.AUTUMN)
                        .why())
                .isEqualTo(Verdict.Why.FRESH);
    }

    @Test
    void what_a_renewal_replaces_is_every_value_once_with_its_id_if_that_is_known() {
        Observation seen = seen(
                live(TOKEN),
                live(TOKEN),
                new Seen.Expired(FOUR, print(4)),
                new Seen.Revoked(Optional.empty(), print(2)),
                unknown(),
                new Seen.Empty(),
                unreadable());
        assertThat(seen.old())
                .containsExactly(
                        new OldToken(Optional.of(TOKEN.id()), print(7)),
                        new OldToken(FOUR, print(4)),
                        new OldToken(Optional.empty(), print(2)),
                        new OldToken(Optional.empty(), print(3)));
    }

    @Test
    void a_value_that_could_be_read_has_a_fingerprint() {
        assertThat(new Seen(new TargetName("row"), live(TOKEN)).print()).contains(print(7));
        assertThat(new Seen(new TargetName("row"), new Seen.Revoked(FOUR, print(4))).print())
                .contains(print(4));
        assertThat(new Seen(new TargetName("row"), new Seen.Empty()).print()).isEmpty();
        assertThat(new Seen(new TargetName("row"), unreadable()).print()).isEmpty();
    }

    @Test
    void a_later_look_replaces_what_was_seen_and_nothing_else() {
        Observation before = with(open(), seen(live(TOKEN)));
        List<Seen> later = seen(unknown()).seen();
        Observation after = before.with(later, WINTER);
        assertThat(after)
                .isEqualTo(new Observation(
                        before.credential(),
                        WINTER,
                        later,
                        before.open(),
                        List.of(),
                        List.of(),
                        Holders.NOBODY,
                        Past.NONE));
    }
}
