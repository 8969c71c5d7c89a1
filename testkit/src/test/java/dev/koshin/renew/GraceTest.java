package dev.koshin.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Entry;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import dev.koshin.model.Use;
import dev.koshin.plan.Policy;
import dev.koshin.plan.Verdict;
import dev.koshin.renew.Order.Wish;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Between the proof and the end: both tokens live, and the old one goes only when nobody needs it. */
final class GraceTest {
    private static final Duration GRACE = Policy.DEFAULT.grace();
    private static final Use EARLY = new Use("execution-1");
    private static final Use LATE = new Use("execution-2");

    private final World world = new World(2, Policy.DEFAULT);
    private final TokenId old = world.old.token().id();

    private Outcome.Proven proven() {
        return (Outcome.Proven) world.run();
    }

    private List<TokenId> live() {
        return world.gitlab.live(world.account).stream()
                .map(token -> token.id())
                .toList();
    }

    private static Secret secret(Held held) {
        return ((Held.Value) held).secret();
    }

    @Test
    void a_renewal_stops_at_the_proof_and_both_tokens_live() {
        Outcome.Proven proven = proven();
        assertThat(proven.retireAfter()).isEqualTo(World.START.plus(GRACE));
        assertThat(proven.waitingFor()).isEmpty();
        assertThat(live()).containsExactly(old, proven.fresh().id());
        assertThat(world.held())
                .extracting(held -> held.fingerprint().orElseThrow())
                .containsOnly(proven.fresh().fingerprint());
    }

    @Test
    void a_run_before_the_end_of_the_grace_period_changes_nothing() {
        Outcome.Proven proven = proven();
        List<Entry> before = world.entries();
        world.clock.advance(GRACE.minusSeconds(1));
        assertThat(world.run()).isEqualTo(proven);
        assertThat(world.entries()).isEqualTo(before);
        assertThat(live()).contains(old);
    }

    @Test
    void a_run_at_the_end_of_the_grace_period_retires_the_old_token() {
        Outcome.Proven proven = proven();
        world.clock.advance(GRACE);
        assertThat(world.look().open()).isPresent();
        assertThat(world.run()).isEqualTo(new Outcome.Finished(proven.fresh(), Set.of(old)));
        assertThat(live()).containsExactly(proven.fresh().id());
        assertThat(world.journal.unfinished()).isEmpty();
    }

    @Test
    void an_operator_need_not_wait_for_the_end_of_the_grace_period() {
        Outcome.Proven proven = proven();
        assertThat(world.run(Wish.RETIRE_NOW)).isEqualTo(new Outcome.Finished(proven.fresh(), Set.of(old)));
    }

    @Test
    void a_renewal_may_be_done_in_one_go() {
        assertThat(world.run(Wish.RETIRE_NOW)).isInstanceOf(Outcome.Finished.class);
        assertThat(live()).hasSize(1).doesNotContain(old);
    }

    @Test
    void uses_that_began_before_the_switch_hold_the_old_token_back() {
        world.uses.add(EARLY);
        Outcome.Proven proven = proven();
        world.clock.advance(GRACE);
        Outcome.Proven waiting = proven();
        assertThat(waiting.waitingFor()).containsExactly(EARLY);
        assertThat(waiting.fresh()).isEqualTo(proven.fresh());
        assertThat(live()).contains(old);
    }

    @Test
    void an_installation_that_is_never_idle_retires_as_soon_as_those_uses_are_gone() {
        world.uses.add(EARLY);
        Outcome.Proven _ = proven();
        world.uses.add(LATE);
        world.clock.advance(GRACE);
        assertThat(proven().waitingFor()).containsExactly(EARLY);
        world.uses.remove(EARLY);
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(live()).doesNotContain(old);
    }

    @Test
    void retiring_now_still_waits_for_uses_unless_they_are_to_be_ignored() {
        world.uses.add(EARLY);
        Outcome.Proven _ = proven();
        assertThat(world.run(Wish.RETIRE_NOW)).isInstanceOf(Outcome.Proven.class);
        assertThat(live()).contains(old);
        assertThat(world.run(Wish.RETIRE_NOW, Wish.IGNORE_USES)).isInstanceOf(Outcome.Finished.class);
        assertThat(live()).doesNotContain(old);
    }

    @Test
    void ignoring_uses_does_not_shorten_the_grace_period() {
        Outcome.Proven proven = proven();
        assertThat(world.run(Wish.IGNORE_USES)).isEqualTo(proven);
    }

    @Test
    void uses_that_cannot_be_listed_hold_the_old_token_back() {
        world.uses.add(EARLY);
        Outcome.Proven _ = proven();
        world.clock.advance(GRACE);
        Problem problem = Problem.of(Reason.USES_UNREADABLE, "db");
        world.consumer = consumers -> ConsumersAround.running(consumers, () -> new Effect.Refused<>(problem));
        assertThat(world.run()).isEqualTo(new Outcome.Failed(problem));
        assertThat(live()).contains(old);
    }

    @Test
    void the_old_value_put_back_is_replaced_by_another_new_token() {
        Outcome.Proven first = proven();
        world.put(1, world.old.secret());
        assertThat(world.run()).isInstanceOf(Outcome.Proven.class);
        assertThat(world.entries())
                .contains(new Entry.Reopened(
                        world.entries().getFirst().renewal(), Problem.of(Reason.TARGET_CHANGED, "row-1")));
        assertThat(live()).hasSize(3);
        world.clock.advance(GRACE);
        Outcome.Finished end = (Outcome.Finished) world.run();
        assertThat(end.revoked()).containsExactlyInAnyOrder(old, first.fresh().id());
        assertThat(live()).containsExactly(end.fresh().id());
        assertThat(world.held()).allMatch(held -> world.gitlab.accepts(secret(held)));
    }

    @Test
    void another_grace_period_begins_after_the_old_value_was_put_back() {
        Outcome.Proven _ = proven();
        world.clock.advance(GRACE);
        world.put(0, world.old.secret());
        Instant later = World.START.plus(GRACE).plus(GRACE);
        assertThat(proven().retireAfter()).isEqualTo(later);
        assertThat(live()).contains(old);
    }

    @Test
    void a_new_token_that_somebody_revoked_is_replaced_and_the_old_one_lives_on() {
        Outcome.Proven first = proven();
        world.clock.advance(GRACE);
        world.gitlab.revoke(first.fresh().id());
        Outcome.Proven second = proven();
        assertThat(second.fresh()).isNotEqualTo(first.fresh());
        assertThat(live()).containsExactly(old, second.fresh().id());
        assertThat(world.entries())
                .anyMatch(entry -> entry instanceof Entry.Reopened(var _, Problem problem)
                        && problem.reason() == Reason.TOKEN_DOES_NOT_WORK);
    }

    @Test
    void a_new_token_that_died_during_the_grace_period_is_replaced_at_once() {
        Outcome.Proven first = proven();
        world.gitlab.revoke(first.fresh().id());
        assertThat(proven().fresh()).isNotEqualTo(first.fresh());
        assertThat(world.held()).allMatch(held -> world.gitlab.accepts(secret(held)));
    }

    @Test
    void a_new_token_that_gitlab_would_not_speak_about_keeps_the_old_one_alive() {
        Outcome.Proven _ = proven();
        var before = world.look();
        world.clock.advance(GRACE);
        Problem problem = Problem.of(Reason.GITLAB_UNREACHABLE, "gitlab");
        world.issuer = issuer -> new IssuerAround(issuer) {
            @Override
            public Effect<dev.koshin.spi.Inspection> inspect(Secret value) {
                return new Effect.Unclear<>(problem);
            }
        };
        assertThat(world.run(before)).isEqualTo(new Outcome.Failed(problem));
        assertThat(live()).contains(old);
    }

    @Test
    void after_the_end_there_is_nothing_to_do() {
        Outcome _ = world.run(Wish.RETIRE_NOW);
        assertThat(world.run())
                .isInstanceOfSatisfying(
                        Outcome.NotNeeded.class,
                        done -> assertThat(done.verdict().why()).isEqualTo(Verdict.Why.FRESH));
    }

    @Test
    void in_its_grace_the_old_token_is_shown_as_leaving() {
        assertThat(world.look().leaving()).isEmpty();
        Outcome.Proven _ = proven();
        assertThat(world.look().leaving()).extracting(token -> token.id()).containsExactly(old);
        assertThat(world.run(Wish.RETIRE_NOW)).isInstanceOf(Outcome.Finished.class);
        assertThat(world.look().leaving()).isEmpty();
    }
}
