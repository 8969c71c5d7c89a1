package dev.koshin.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.OldToken;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.TargetName;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class PastTest {
    private static final RenewalId ID = new RenewalId("0123456789abcdef");
    private static final CredentialName NAME = new CredentialName("exastro/root");
    private static final Problem PROBLEM = Problem.of(Reason.TARGET_CHANGED, "row");
    private static final Instant FIRST = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2027-10-01T00:00:00Z");

    private static TokenRef token(long id) {
        return new TokenRef(new TokenId(id), new Fingerprint("%012x".formatted(id)));
    }

    private static OldToken old(long id) {
        return new OldToken(Optional.of(new TokenId(id)), token(id).fingerprint());
    }

    private static Past renewed(Past past, long old, long fresh, Instant at) {
        return past.after(new Entry.Started(ID, NAME, List.of(old(old)), "due"), at)
                .after(new Entry.Proven(ID, token(fresh), new TreeSet<>()), at);
    }

    @Test
    void what_is_proven_last_counts_and_what_was_before_is_remembered() {
        Past past = renewed(renewed(Past.NONE, 1, 2, FIRST), 2, 3, SECOND);
        assertThat(past.last()).contains(new Past.Proof(token(3), SECOND));
        assertThat(past.earlier()).containsExactly(old(2), old(1));
        assertThat(past.isLast(token(3).fingerprint())).isTrue();
        assertThat(past.isLast(token(2).fingerprint())).isFalse();
        assertThat(past.earlier(token(1).fingerprint())).contains(old(1));
        assertThat(past.earlier(token(3).fingerprint())).isEmpty();
    }

    @Test
    void a_renewal_that_has_only_begun_proves_nothing() {
        Past past = Past.NONE.after(new Entry.Started(ID, NAME, List.of(old(1)), "due"), FIRST);
        assertThat(past.last()).isEmpty();
        assertThat(past.earlier()).containsExactly(old(1));
    }

    @Test
    void a_value_that_is_proven_again_is_no_earlier_one() {
        Past past = renewed(renewed(Past.NONE, 1, 2, FIRST), 2, 1, SECOND);
        assertThat(past.last()).contains(new Past.Proof(token(1), SECOND));
        assertThat(past.earlier()).containsExactly(old(2));
    }

    @Test
    void an_adopted_token_counts_like_a_proven_one() {
        Past past = renewed(Past.NONE, 1, 2, FIRST).after(new Entry.Adopted(ID, NAME, token(7)), SECOND);
        assertThat(past.last()).contains(new Past.Proof(token(7), SECOND));
        assertThat(past.earlier()).containsExactly(old(2), old(1));
    }

    @Test
    void it_does_not_grow_for_ever_and_keeps_the_newest() {
        Past past = Past.NONE;
        for (int i = 1; i <= 100; i++) {
            past = renewed(past, i, i + 1, FIRST);
        }
        assertThat(past.earlier()).hasSize(Past.MOST).startsWith(old(100)).endsWith(old(101 - Past.MOST));
    }

    @Test
    void other_entries_change_nothing() {
        Past past = renewed(Past.NONE, 1, 2, FIRST);
        List<Entry> others = List.of(
                new Entry.Issuing(ID),
                new Entry.NotIssued(ID),
                new Entry.Delivered(ID, new TargetName("row"), token(9)),
                new Entry.Applied(ID, List.of("reader")),
                new Entry.RetireAfter(ID, SECOND),
                new Entry.Reopened(ID, PROBLEM),
                new Entry.Revoking(ID, new TreeSet<>(List.of(new TokenId(1)))),
                new Entry.Revoked(ID, new TokenId(1)),
                new Entry.Parked(ID, PROBLEM),
                new Entry.Resumed(ID, true),
                new Entry.RollingBack(ID, token(1)),
                new Entry.Interrupted(ID, PROBLEM),
                new Entry.Finished(ID));
        assertThat(others).allSatisfy(entry -> {
            assertThat(past.after(entry, SECOND)).isEqualTo(past);
            assertThat(Past.counts(entry)).isFalse();
        });
    }

    @Test
    void a_renewal_that_replaces_what_was_proven_last_makes_it_no_earlier_one_yet() {
        Past past = renewed(Past.NONE, 1, 2, FIRST)
                .after(new Entry.Started(ID, NAME, List.of(old(2), old(1), old(8)), "due"), SECOND);
        assertThat(past.last()).contains(new Past.Proof(token(2), FIRST));
        assertThat(past.earlier()).containsExactly(old(8), old(1));
    }

    @Test
    void what_was_put_back_is_proven_last_and_the_other_an_earlier_one() {
        Past past = renewed(Past.NONE, 1, 2, FIRST)
                .after(new Entry.RollingBack(ID, token(1)), SECOND)
                .after(new Entry.Proven(ID, token(1), new TreeSet<>()), SECOND);
        assertThat(past.isLast(token(1).fingerprint())).isTrue();
        assertThat(past.owns(token(2).fingerprint())).isTrue();
        assertThat(past.owns(token(1).fingerprint())).isFalse();
    }
}
