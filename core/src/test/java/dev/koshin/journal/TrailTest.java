package dev.koshin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.OldToken;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.TargetName;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.model.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TrailTest {
    private static final RenewalId ID = new RenewalId("0123456789abcdef");
    private static final CredentialName NAME = new CredentialName("exastro/root");
    private static final Instant BEGIN = Instant.parse("2026-11-24T00:30:00Z");
    private static final Instant LATER = BEGIN.plusSeconds(3600);
    private static final TargetName ROW = new TargetName("row");
    private static final Problem PROBLEM = Problem.of(Reason.TARGET_CHANGED, "row");
    private static final TokenRef ONE = ref(8);
    private static final TokenRef TWO = ref(9);
    private static final SortedSet<Use> USES = new TreeSet<>(Set.of(new Use("execution-1")));
    private static final SortedSet<TokenId> DOOMED = new TreeSet<>(Set.of(new TokenId(7)));
    private static final OldToken OLD = new OldToken(Optional.of(new TokenId(7)), ref(7).fingerprint());
    private static final OldToken NAMELESS = new OldToken(Optional.empty(), ref(5).fingerprint());

    private static final Entry STARTED = new Entry.Started(ID, NAME, List.of(OLD, NAMELESS), "due");
    private static final Entry ISSUING = new Entry.Issuing(ID);
    private static final Entry PROVEN = new Entry.Proven(ID, ONE, USES);
    private static final Entry RETIRE_AFTER = new Entry.RetireAfter(ID, LATER);
    private static final Entry REVOKING = new Entry.Revoking(ID, DOOMED);
    private static final Entry PARKED = new Entry.Parked(ID, PROBLEM);
    private static final Entry RESUMED = new Entry.Resumed(ID, false);

    private static TokenRef ref(long id) {
        return new TokenRef(new TokenId(id), new Fingerprint("%012x".formatted(id)));
    }

    /** The trail of these entries, one second apart. */
    private static Trail trail(Entry... entries) {
        List<Recorded> recorded = new ArrayList<>();
        for (Entry entry : entries) {
            int number = recorded.size();
            recorded.add(new Recorded(number, BEGIN.plusSeconds(number), 1, entry));
        }
        return Trail.of(recorded);
    }

    @Test
    void started_says_what_is_replaced_and_why() {
        assertThat(trail(STARTED))
                .isEqualTo(Trail.started(new Entry.Started(ID, NAME, List.of(OLD, NAMELESS), "due"), BEGIN));
        assertThat(trail(STARTED).old()).containsExactly(OLD, NAMELESS);
        assertThat(trail(STARTED).since()).isEqualTo(BEGIN);
        assertThat(trail(STARTED).stage()).isEqualTo(new Trail.Open());
        assertThat(trail(STARTED).proven()).isEmpty();
    }

    @Test
    void issuing_is_counted_and_its_answer_is_lost_until_a_target_holds_the_token() {
        assertThat(trail(STARTED).lostAnswers()).isFalse();
        Trail asked = trail(STARTED, ISSUING, ISSUING);
        assertThat(asked.issuings()).isEqualTo(2);
        assertThat(asked.lostAnswers()).isTrue();
        Trail one = asked.after(new Entry.Delivered(ID, ROW, ONE), LATER);
        assertThat(one.made()).containsExactly(ONE);
        assertThat(one.lostAnswers()).isTrue();
        Trail two = one.after(new Entry.Delivered(ID, ROW, TWO), LATER);
        assertThat(two.made()).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(two.lostAnswers()).isFalse();
    }

    @Test
    void the_same_token_in_two_targets_was_made_once() {
        Trail trail =
                trail(STARTED, ISSUING, ISSUING, new Entry.Delivered(ID, ROW, ONE), new Entry.Delivered(ID, ROW, ONE));
        assertThat(trail.made()).containsExactly(ONE);
        assertThat(trail.lostAnswers()).isTrue();
    }

    @Test
    void a_refused_request_lost_nothing_and_counts_for_nothing() {
        Trail lost = trail(STARTED, new Entry.Issuing(ID));
        assertThat(lost.lostAnswers()).isTrue();
        assertThat(trail(STARTED, new Entry.Issuing(ID), new Entry.Issuing(ID), new Entry.NotIssued(ID)))
                .isEqualTo(lost);
    }

    @Test
    void applied_and_interrupted_change_nothing() {
        assertThat(trail(STARTED, new Entry.Applied(ID, List.of("reader")))).isEqualTo(trail(STARTED));
        assertThat(trail(STARTED, new Entry.Interrupted(ID, PROBLEM))).isEqualTo(trail(STARTED));
    }

    @Test
    void proven_notes_the_token_the_uses_and_the_instant() {
        Trail trail = trail(STARTED, ISSUING, PROVEN);
        assertThat(trail.stage()).isEqualTo(new Trail.Proven(ONE, USES, BEGIN.plusSeconds(2)));
        assertThat(trail.made()).containsExactly(ONE);
        assertThat(trail.proven()).contains(ONE);
    }

    @Test
    void the_last_retire_after_counts() {
        assertThat(trail(STARTED, PROVEN, new Entry.RetireAfter(ID, BEGIN), RETIRE_AFTER)
                        .stage())
                .isEqualTo(new Trail.Proven(ONE, USES, LATER));
    }

    @Test
    void reopened_takes_the_proof_back_and_keeps_what_was_made() {
        Trail trail = trail(STARTED, ISSUING, PROVEN, RETIRE_AFTER, new Entry.Reopened(ID, PROBLEM));
        assertThat(trail.stage()).isEqualTo(new Trail.Open());
        assertThat(trail.proven()).isEmpty();
        assertThat(trail.made()).containsExactly(ONE);
    }

    @Test
    void revoking_names_the_doomed_and_revoked_counts_them() {
        Trail trail = trail(STARTED, PROVEN, REVOKING);
        assertThat(trail.stage()).isEqualTo(new Trail.Retiring(ONE, DOOMED));
        assertThat(trail.proven()).contains(ONE);
        assertThat(trail.revoked()).isEmpty();
        Trail after = trail.after(new Entry.Revoked(ID, new TokenId(7)), LATER);
        assertThat(after.revoked()).containsExactly(new TokenId(7));
        assertThat(after.stage()).isEqualTo(trail.stage());
    }

    @Test
    void finished_is_the_end() {
        Trail trail = trail(STARTED, PROVEN, REVOKING, new Entry.Finished(ID));
        assertThat(trail.stage()).isEqualTo(new Trail.Finished(ONE));
        assertThat(trail.proven()).contains(ONE);
    }

    @Test
    void parked_goes_on_from_where_it_stopped() {
        assertThat(trail(STARTED, PARKED).stage()).isEqualTo(new Trail.Parked(PROBLEM, new Trail.Open()));
        assertThat(trail(STARTED, PARKED).proven()).isEmpty();
        assertThat(trail(STARTED, PARKED, RESUMED).stage()).isEqualTo(new Trail.Open());
        Trail parked = trail(STARTED, PROVEN, RETIRE_AFTER, PARKED);
        assertThat(parked.proven()).contains(ONE);
        assertThat(parked.after(RESUMED, LATER).stage()).isEqualTo(new Trail.Proven(ONE, USES, LATER));
    }

    @Test
    void resumed_may_allow_to_replace_and_a_later_resumed_does_not_take_that_back() {
        assertThat(trail(STARTED, PARKED, RESUMED).replace()).isFalse();
        Trail replacing = trail(STARTED, PARKED, new Entry.Resumed(ID, true));
        assertThat(replacing.replace()).isTrue();
        assertThat(replacing.after(PARKED, LATER).after(RESUMED, LATER).replace())
                .isTrue();
    }

    @Test
    void resumed_begins_to_count_tries_anew_and_forgets_no_issuing() {
        Trail trail = trail(STARTED, ISSUING, ISSUING, PARKED, RESUMED, ISSUING);
        assertThat(trail.tries()).isEqualTo(1);
        assertThat(trail.issuings()).isEqualTo(3);
        assertThat(trail(STARTED, ISSUING, ISSUING, PARKED).tries()).isEqualTo(2);
    }

    @Test
    void the_permission_to_replace_ends_with_the_proof() {
        Trail proven = trail(STARTED, PARKED, new Entry.Resumed(ID, true), PROVEN);
        assertThat(proven.replace()).isFalse();
        assertThat(proven.after(new Entry.Reopened(ID, PROBLEM), LATER).replace())
                .isFalse();
    }

    @Test
    void resumed_without_parked_changes_no_stage() {
        assertThat(trail(STARTED, PROVEN, RESUMED).stage())
                .isEqualTo(trail(STARTED, PROVEN).stage());
    }

    @Test
    void leaving_a_token_keeps_its_fingerprint_and_forgets_its_id() {
        OldToken other = new OldToken(Optional.of(new TokenId(6)), ref(6).fingerprint());
        Trail trail = trail(new Entry.Started(ID, NAME, List.of(OLD, NAMELESS, other), "due"), ISSUING);
        Trail left = trail.leaving(Set.of(new TokenId(7)));
        assertThat(left.old()).containsExactly(new OldToken(Optional.empty(), OLD.fingerprint()), NAMELESS, other);
        assertThat(left.issuings()).isEqualTo(1);
        assertThat(trail.leaving(Set.of())).isEqualTo(trail);
    }

    static Stream<List<Entry>> impossible() {
        return Stream.of(
                List.of(STARTED, RETIRE_AFTER),
                List.of(STARTED, REVOKING),
                List.of(STARTED, new Entry.Finished(ID)),
                List.of(STARTED, PROVEN, REVOKING, RETIRE_AFTER),
                List.of(STARTED, PROVEN, PARKED, RETIRE_AFTER),
                List.of(STARTED, PROVEN, new Entry.Reopened(ID, PROBLEM), REVOKING),
                List.of(STARTED, STARTED),
                List.of(ISSUING),
                List.of());
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void entries_out_of_order_are_refused(List<Entry> entries) {
        assertThatIllegalStateException().isThrownBy(() -> trail(entries.toArray(Entry[]::new)));
    }

    @Test
    void on_the_way_back_the_old_token_is_what_is_wanted() {
        TokenRef old = ref(7);
        Entry back = new Entry.RollingBack(ID, old);
        Trail rolling = trail(STARTED, ISSUING, PROVEN, back);
        assertThat(rolling.stage()).isEqualTo(new Trail.RollingBack(old));
        assertThat(rolling.proven()).isEmpty();
        assertThat(rolling.back()).contains(old);
        assertThat(trail(STARTED, ISSUING, PROVEN, back, PARKED).back()).contains(old);
        assertThat(trail(STARTED, ISSUING, PROVEN).back()).isEmpty();
        assertThat(trail(STARTED).back()).isEmpty();

        Trail restored = trail(STARTED, ISSUING, PROVEN, back, new Entry.Proven(ID, old, USES));
        assertThat(restored.back()).contains(old);
        assertThat(restored.made()).containsExactly(ONE);
        assertThat(restored.replaced(old)).isTrue();
        assertThat(restored.replaced(ONE)).isFalse();
        assertThat(restored.replaced(new TokenRef(new TokenId(7), ONE.fingerprint())))
                .isFalse();
    }

    @Test
    void a_half_rolled_back_renewal_that_is_resumed_goes_forward() {
        Trail forward = trail(STARTED, ISSUING, PROVEN, new Entry.RollingBack(ID, ref(7)), PARKED, RESUMED);
        assertThat(forward.stage()).isEqualTo(new Trail.Open());
        assertThat(forward.back()).isEmpty();
    }

    @Test
    void an_adopted_token_is_made_and_not_yet_proven() {
        Entry adopted = new Entry.Adopted(ID, NAME, TWO);
        Trail trail = trail(STARTED, ISSUING, adopted);
        assertThat(trail.stage()).isEqualTo(new Trail.Adopted(TWO));
        assertThat(trail.proven()).isEmpty();
        assertThat(trail.made()).contains(TWO);
        assertThat(trail.lostAnswers()).as("of the first request").isTrue();
        assertThat(trail(STARTED, adopted).lostAnswers()).isFalse();
        assertThat(trail(STARTED, adopted, adopted).issuings())
                .as("counted once")
                .isEqualTo(1);
    }

    static Stream<List<Entry>> unproven() {
        return Stream.of(
                List.of(STARTED),
                List.of(STARTED, new Entry.Adopted(ID, NAME, TWO)),
                List.of(STARTED, new Entry.RollingBack(ID, ref(7))),
                List.of(STARTED, ISSUING, PROVEN, REVOKING),
                List.of(STARTED, ISSUING, PROVEN, REVOKING, new Entry.Finished(ID)),
                List.of(STARTED, ISSUING, PROVEN, PARKED));
    }

    @ParameterizedTest
    @MethodSource("unproven")
    void only_what_is_proven_and_waits_can_be_retired_later(List<Entry> entries) {
        Trail trail = trail(entries.toArray(Entry[]::new));
        assertThatIllegalStateException().isThrownBy(() -> trail.after(RETIRE_AFTER, LATER));
    }
}
