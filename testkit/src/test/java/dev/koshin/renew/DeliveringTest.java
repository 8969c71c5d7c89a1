package dev.koshin.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Entry;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import dev.koshin.renew.Order.Wish;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Writing the new token into the targets, proving that it is there, and going on after half of it. */
final class DeliveringTest {
    private static final Problem FAILED = Problem.of(Reason.TARGET_FAILED, "row-1");

    private final World world = new World(2, World.AT_ONCE);
    private final AtomicInteger deliveries = new AtomicInteger();

    private interface Delivery {
        Effect<Target.Receipt> deliver(Target target, Held expected, Secret fresh);
    }

    /** Deliveries to the second target happen in this way. */
    private void delivering(Delivery delivery) {
        world.target = target -> new TargetAround(target) {
            @Override
            public Effect<Receipt> deliver(Held expected, Secret fresh) {
                if (!name().equals(World.row(1))) {
                    return super.deliver(expected, fresh);
                }
                deliveries.incrementAndGet();
                return delivery.deliver(target, expected, fresh);
            }
        };
    }

    private List<TokenId> live() {
        return world.gitlab.live(world.account).stream()
                .map(token -> token.id())
                .toList();
    }

    private static Secret secret(Held held) {
        return ((Held.Value) held).secret();
    }

    private void assertThatItEndsWell() {
        world.target = UnaryOperator.identity();
        Outcome end = world.run();
        assertThat(end).isInstanceOf(Outcome.Finished.class);
        assertThat(live()).containsExactly(((Outcome.Finished) end).fresh().id());
        assertThat(world.held()).allMatch(held -> world.gitlab.accepts(secret(held)));
    }

    @Test
    void a_target_that_refuses_after_another_took_it_leaves_both_tokens_alive() {
        delivering((_, _, _) -> new Effect.Refused<>(FAILED));
        assertThat(world.run()).isEqualTo(new Outcome.Failed(FAILED));
        assertThat(deliveries).hasValue(1);
        assertThat(live()).containsExactly(new TokenId(1), new TokenId(2));
        assertThat(world.held()).allMatch(held -> world.gitlab.accepts(secret(held)));
        assertThatItEndsWell();
    }

    @Test
    void a_target_that_needs_a_person_parks_half_a_renewal_and_resuming_finishes_it() {
        Problem narrow = Problem.of(Reason.TARGET_TOO_NARROW, "row-1");
        delivering((_, _, _) -> new Effect.Refused<>(narrow));
        assertThat(world.run()).isEqualTo(new Outcome.Parked(narrow));
        world.target = UnaryOperator.identity();
        assertThat(world.run()).isEqualTo(new Outcome.Parked(narrow));
        assertThat(world.run(Wish.RESUME)).isInstanceOf(Outcome.Finished.class);
        assertThat(live()).hasSize(1);
    }

    @Test
    void the_old_value_put_into_one_target_of_half_a_renewal_is_overwritten() {
        delivering((_, _, _) -> new Effect.Refused<>(FAILED));
        assertThat(world.run()).isInstanceOf(Outcome.Failed.class);
        world.put(0, world.old.secret());
        assertThatItEndsWell();
    }

    @Test
    void a_lost_answer_of_a_delivery_is_looked_up() {
        delivering((target, expected, fresh) -> {
            Effect<Target.Receipt> _ = target.deliver(expected, fresh);
            return new Effect.Unclear<>(FAILED);
        });
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(deliveries).hasValue(1);
        assertThat(world.entries()).contains(new Entry.Interrupted(renewal(), FAILED));
    }

    private dev.koshin.model.RenewalId renewal() {
        return world.entries().getFirst().renewal();
    }

    @Test
    void a_lost_delivery_is_made_again() {
        delivering((target, expected, fresh) ->
                deliveries.get() == 1 ? new Effect.Unclear<>(FAILED) : target.deliver(expected, fresh));
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(deliveries).hasValue(2);
    }

    @Test
    void a_delivery_whose_every_answer_is_lost_is_tried_three_times() {
        delivering((_, _, _) -> new Effect.Unclear<>(FAILED));
        assertThat(world.run()).isEqualTo(new Outcome.Parked(Problem.of(Reason.TARGET_KEEPS_CHANGING, "row-1")));
        assertThat(deliveries).hasValue(3);
    }

    @Test
    void a_target_that_keeps_changing_is_parked_after_three_tries() {
        Secret one = world.gitlab
                .plant(world.account, "one", new TreeSet<>(), LocalDate.of(2026, 12, 1))
                .secret();
        delivering((target, expected, fresh) -> {
            world.gitlab.revoke(new TokenId(2));
            world.put(1, deliveries.get() % 2 == 1 ? one : world.old.secret());
            return target.deliver(expected, fresh);
        });
        assertThat(world.run()).isEqualTo(new Outcome.Parked(Problem.of(Reason.TARGET_KEEPS_CHANGING, "row-1")));
        assertThat(deliveries).hasValue(3);
        assertThat(world.gitlab.accepts(world.old.secret())).isTrue();
    }

    @Test
    void a_change_to_a_value_that_may_be_replaced_is_replaced() {
        delivering((target, expected, fresh) -> {
            if (deliveries.get() == 1) {
                Target _ = world.place.put(World.row(1), new Held.Nothing());
            }
            return target.deliver(expected, fresh);
        });
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(deliveries).hasValue(2);
    }

    @Test
    void a_change_to_a_foreign_token_is_parked_and_untouched() {
        var foreign = world.gitlab.plant(world.account, "by hand", new TreeSet<>(), LocalDate.of(2027, 1, 1));
        delivering((target, expected, fresh) -> {
            world.put(1, foreign.secret());
            return target.deliver(expected, fresh);
        });
        assertThat(world.run())
                .isEqualTo(new Outcome.Parked(Problem.of(Reason.TARGET_HOLDS_FOREIGN, "row-1", "2", "by hand")));
        assertThat(world.held().get(1)).isEqualTo(new Held.Value(foreign.secret()));
        assertThat(deliveries).hasValue(1);
    }

    @Test
    void a_target_that_holds_it_already_is_not_written() {
        AtomicInteger writes = new AtomicInteger();
        world.target = target -> new TargetAround(target) {
            @Override
            public Effect<Receipt> deliver(Held expected, Secret fresh) {
                writes.incrementAndGet();
                world.put(1, fresh);
                return super.deliver(expected, fresh);
            }
        };
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(writes).hasValue(2);
    }
}
