package dev.koshin.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Entry;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import dev.koshin.model.Use;
import dev.koshin.plan.Planner;
import dev.koshin.plan.Policy;
import dev.koshin.plan.Verdict;
import dev.koshin.renew.Order.Wish;
import dev.koshin.spi.Backup;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.testkit.Calls.Fault;
import dev.koshin.testkit.Calls.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RollingBackTest {
    private final World world = new World(2, Policy.DEFAULT).with(List.of());
    private final TokenId old = world.old.token().id();

    private List<TokenId> live() {
        return world.gitlab.live(world.account).stream()
                .map(token -> token.id())
                .toList();
    }

    private void assertThatTheOldTokenIsBack() {
        assertThat(world.held()).containsOnly(new Held.Value(world.old.secret()));
        assertThat(live()).containsExactly(old);
        assertThat(world.brokenMoments).isEmpty();
        assertThat(world.backup.all()).isEmpty();
    }

    private void assertThatItWentForward() {
        assertThat(live()).hasSize(1).doesNotContain(old);
        assertThat(world.held()).doesNotContain(new Held.Value(world.old.secret()));
        assertThat(world.brokenMoments).isEmpty();
        assertThat(world.backup.all()).isEmpty();
    }

    /** Whose reason it is. */
    private static Reason reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Parked(Problem problem) -> problem.reason();
            case Outcome.Failed(Problem problem) -> problem.reason();
            default -> throw new AssertionError(outcome);
        };
    }

    private void renewalStopsHalfway() {
        world.with(List.of(new Fault(11, Kind.CRASH_BEFORE)));
        assertThat(world.oneProcess(Order.BY_PLAN)).isEmpty();
        world.clock.advance(Duration.ofMinutes(11));
        world.with(List.of());
    }

    /** The last fault of a rollback that leaves the first target with the old token and the second with the new one. */
    private void rollbackStopsHalfway() {
        world.run();
        for (int call = 0; !halfBack(); call++) {
            world.with(List.of(new Fault(call, Kind.CRASH_AFTER)));
            assertThat(world.rollBackOnce()).isEmpty();
            world.clock.advance(Duration.ofMinutes(11));
        }
        world.with(List.of());
    }

    private boolean halfBack() {
        return world.held().getFirst().equals(new Held.Value(world.old.secret()))
                && !world.held().getLast().equals(world.held().getFirst());
    }

    @Test
    void a_renewal_keeps_the_old_value_until_it_is_retired() {
        world.run();
        assertThat(world.backup.all())
                .extracting(Backup.Sealed::token, Backup.Sealed::secret)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(old, world.old.secret()));
        assertThat(world.run(Wish.RETIRE_NOW)).isInstanceOf(Outcome.Finished.class);
        assertThat(world.backup.all()).isEmpty();
    }

    @Test
    void during_the_grace_period_the_old_token_can_be_put_back() {
        Outcome.Proven proven = (Outcome.Proven) world.run();
        assertThat(world.rollBack())
                .isEqualTo(new Outcome.RolledBack(
                        world.old.ref(), Set.of(proven.fresh().id())));
        assertThatTheOldTokenIsBack();
    }

    @Test
    void a_half_delivered_renewal_can_be_taken_back() {
        renewalStopsHalfway();
        assertThat(world.rollBack()).isInstanceOf(Outcome.RolledBack.class);
        assertThatTheOldTokenIsBack();
    }

    @Test
    void a_parked_renewal_can_be_taken_back() {
        world.run();
        Secret foreign = world.gitlab
                .plant(world.account, "by hand", new java.util.TreeSet<>(), java.time.LocalDate.of(2027, 11, 1))
                .secret();
        world.put(0, foreign);
        assertThat(reason(world.run())).isEqualTo(Reason.TARGET_HOLDS_FOREIGN);
        assertThat(reason(world.rollBack())).isEqualTo(Reason.TARGET_HOLDS_FOREIGN);
        world.put(0, world.old.secret());
        assertThat(world.rollBack()).isInstanceOf(Outcome.RolledBack.class);
    }

    @Test
    void after_the_old_token_was_retired_there_is_no_way_back() {
        world.run(Wish.RETIRE_NOW);
        assertThat(reason(world.rollBack())).isEqualTo(Reason.ROLLBACK_TOO_LATE);
    }

    @Test
    void once_the_revocation_has_begun_there_is_no_way_back() {
        world.run();
        for (int call = 0; world.entries().stream().noneMatch(Entry.Revoking.class::isInstance); call++) {
            world.with(List.of(new Fault(call, Kind.CRASH_AFTER)));
            assertThat(world.oneProcess(new Order(Set.of(Wish.RETIRE_NOW)))).isEmpty();
            world.clock.advance(Duration.ofMinutes(11));
        }
        List<Held> before = world.held();
        assertThat(reason(world.with(List.of()).rollBack())).isEqualTo(Reason.ROLLBACK_TOO_LATE);
        assertThat(world.held()).isEqualTo(before);
    }

    @Test
    void a_renewal_that_began_without_a_backup_cannot_be_taken_back() {
        world.vault = _ -> Backup.NONE;
        world.run();
        List<Entry> before = world.entries();
        assertThat(reason(world.rollBack())).isEqualTo(Reason.ROLLBACK_NOTHING_KEPT);
        assertThat(world.entries()).isEqualTo(before);
    }

    @Test
    void a_token_that_somebody_revoked_is_not_put_back() {
        world.run();
        assertThat(world.gitlab.issuer(world.account.name()).revoke(old, world.old.secret()))
                .isInstanceOf(Effect.Done.class);
        List<Held> before = world.held();
        assertThat(reason(world.rollBack())).isEqualTo(Reason.ROLLBACK_TOKEN_DEAD);
        assertThat(world.held()).isEqualTo(before);
    }

    @Test
    void what_cannot_be_kept_is_not_renewed() {
        world.vault = _ -> new Failing();
        assertThat(reason(world.run())).isEqualTo(Reason.BACKUP_UNUSABLE);
        assertThat(live()).containsExactly(old);
        assertThat(world.entries()).isEmpty();
    }

    private static final class Failing implements Backup {
        @Override
        public Effect<String> seal(Sealed value) {
            return new Effect.Refused<>(Problem.of(Reason.BACKUP_UNUSABLE, "/b", "disk full"));
        }

        @Override
        public Effect<Set<dev.koshin.model.RenewalId>> kept(dev.koshin.model.CredentialName credential) {
            return new Effect.Done<>(Set.of());
        }

        @Override
        public Effect<Boolean> remove(dev.koshin.model.CredentialName credential, dev.koshin.model.RenewalId renewal) {
            return new Effect.Done<>(false);
        }
    }

    @Test
    void the_new_token_lives_as_long_as_a_use_works_with_it() {
        Outcome.Proven proven = (Outcome.Proven) world.run();
        world.uses.add(new Use("execution-1"));
        assertThat(world.rollBack())
                .isEqualTo(new Outcome.Restored(
                        world.old.ref(), new java.util.TreeSet<>(world.uses), new java.util.TreeSet<>()));
        assertThat(live()).containsExactly(old, proven.fresh().id());
        assertThat(world.held()).containsOnly(new Held.Value(world.old.secret()));
        world.uses.clear();
        assertThat(world.run()).isInstanceOf(Outcome.RolledBack.class);
        assertThatTheOldTokenIsBack();
    }

    @Test
    void an_operator_need_not_wait_for_uses() {
        world.run();
        world.uses.add(new Use("execution-1"));
        assertThat(world.rollBack(Wish.IGNORE_USES)).isInstanceOf(Outcome.RolledBack.class);
        assertThatTheOldTokenIsBack();
    }

    @Test
    void what_was_rolled_back_is_not_renewed_before_a_person_says_so() {
        world.run();
        world.rollBack();
        Verdict verdict = Planner.judge(world.look(), Policy.DEFAULT, world.clock.instant());
        assertThat(verdict.problem().map(Problem::reason)).contains(Reason.ROLLED_BACK);
        assertThat(reason(world.run())).isEqualTo(Reason.ROLLED_BACK);
        assertThatTheOldTokenIsBack();
        assertThat(world.run(Wish.RESUME)).isInstanceOf(Outcome.RolledBack.class);
        assertThat(world.journal.unfinished()).isEmpty();
        assertThat(world.run()).isInstanceOf(Outcome.Proven.class);
    }

    @Test
    void rolling_back_twice_changes_nothing_more() {
        world.run();
        world.rollBack();
        List<Entry> before = world.entries();
        assertThat(reason(world.rollBack())).isEqualTo(Reason.ROLLED_BACK);
        assertThat(world.entries()).isEqualTo(before);
    }

    @Test
    void half_way_back_nobody_goes_on_by_himself() {
        rollbackStopsHalfway();
        List<Held> before = world.held();
        assertThat(reason(world.run())).isEqualTo(Reason.ROLLBACK_UNFINISHED);
        Verdict verdict = Planner.judge(world.look(), Policy.DEFAULT, world.clock.instant());
        assertThat(verdict.problem().map(Problem::reason)).contains(Reason.ROLLBACK_UNFINISHED);
        assertThat(world.held()).isEqualTo(before);
        assertThat(world.rollBack()).isInstanceOf(Outcome.RolledBack.class);
        assertThatTheOldTokenIsBack();
    }

    @Test
    void half_way_back_a_person_may_go_forward_again_without_the_key() {
        rollbackStopsHalfway();
        assertThat(world.run(Wish.RESUME, Wish.RETIRE_NOW)).isInstanceOf(Outcome.Finished.class);
        assertThatItWentForward();
    }

    @Test
    void a_new_token_that_comes_back_after_the_rollback_stops_it() {
        Outcome.Proven proven = (Outcome.Proven) world.run();
        Secret fresh = ((Held.Value) world.held().getFirst()).secret();
        world.uses.add(new Use("execution-1"));
        world.rollBack();
        world.put(1, fresh);
        world.uses.clear();
        assertThat(reason(world.run())).isEqualTo(Reason.ROLLBACK_UNFINISHED);
        assertThat(live()).containsExactly(old, proven.fresh().id());
        assertThat(world.rollBack()).isInstanceOf(Outcome.RolledBack.class);
        assertThatTheOldTokenIsBack();
    }

    @Test
    void what_dead_renewals_left_behind_goes_with_the_next_one() {
        dev.koshin.model.RenewalId dead = new dev.koshin.model.RenewalId("0123456789abcdef");
        assertThat(world.backup.seal(new Backup.Sealed(World.NAME, dead, old, world.old.secret())))
                .isInstanceOf(Effect.Done.class);
        world.run();
        assertThat(world.backup.all()).hasSize(1).noneMatch(one -> one.renewal().equals(dead));
    }

    private static int callsOfAnUndisturbedRollback() {
        World undisturbed = new World(2, Policy.DEFAULT).with(List.of());
        undisturbed.run();
        undisturbed.with(List.of()).rollBack();
        return undisturbed.callsMade();
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class)
    void wherever_a_rollback_goes_wrong_it_can_be_finished(Kind kind) {
        int calls = callsOfAnUndisturbedRollback();
        assertThat(calls).isGreaterThan(15);
        for (int call = 0; call < calls; call++) {
            RollingBackTest test = new RollingBackTest();
            test.rollsBackInSpiteOf(new Fault(call, kind));
        }
    }

    private void rollsBackInSpiteOf(Fault fault) {
        world.run();
        Optional<Outcome> first = world.with(List.of(fault)).rollBackOnce();
        world.clock.advance(Duration.ofMinutes(11));
        Outcome last = world.with(List.of()).rollBack();
        assertThat(last instanceof Outcome.RolledBack || reason(last) == Reason.ROLLED_BACK)
                .as("%s: %s, then %s", fault, first, last)
                .isTrue();
        assertThatTheOldTokenIsBack();
        assertThat(world.gitlab.everyValue())
                .noneMatch(secret -> secret.reveal(world.entries().toString()::contains));
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class)
    void wherever_a_rollback_goes_wrong_a_person_may_go_forward(Kind kind) {
        for (int call = 0; call < callsOfAnUndisturbedRollback(); call++) {
            RollingBackTest test = new RollingBackTest();
            test.goesForwardInSpiteOf(new Fault(call, kind));
        }
    }

    /** From where it was rolled back completely, forward means: resume, which ends it, and then renew. */
    private void goesForwardInSpiteOf(Fault fault) {
        world.run();
        Optional<Outcome> _ = world.with(List.of(fault)).rollBackOnce();
        world.clock.advance(Duration.ofMinutes(11));
        world.with(List.of());
        Outcome last = world.run(Wish.RESUME, Wish.RETIRE_NOW);
        for (int i = 0; i < 3 && !(last instanceof Outcome.Finished); i++) {
            last = world.run(Wish.RESUME, Wish.RETIRE_NOW);
        }
        assertThat(last).as("%s", fault).isInstanceOf(Outcome.Finished.class);
        assertThatItWentForward();
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class)
    void wherever_a_renewal_goes_wrong_it_can_be_taken_back(Kind kind) {
        World undisturbed = new World(2, Policy.DEFAULT).with(List.of());
        undisturbed.run();
        for (int call = 0; call < undisturbed.callsMade(); call++) {
            RollingBackTest test = new RollingBackTest();
            test.takesBackAfter(new Fault(call, kind));
        }
    }

    private void takesBackAfter(Fault fault) {
        Optional<Outcome> first = world.with(List.of(fault)).oneProcess(Order.BY_PLAN);
        world.clock.advance(Duration.ofMinutes(11));
        Outcome last = world.with(List.of()).rollBack();
        if (last instanceof Outcome.Failed(Problem problem) && problem.reason() == Reason.ROLLBACK_TOO_LATE) {
            assertThat(world.entries()).as("%s: %s", fault, first).isEmpty();
            return;
        }
        assertThat(last).as("%s: %s", fault, first).isInstanceOf(Outcome.RolledBack.class);
        assertThatTheOldTokenIsBack();
    }
}
