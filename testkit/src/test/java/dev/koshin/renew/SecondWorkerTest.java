package dev.koshin.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Entry;
import dev.koshin.model.Secret;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Verdict;
import dev.koshin.renew.Order.Wish;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Workers that come late, and orders that were given before somebody else did the work. */
final class SecondWorkerTest {
    private final World world = new World(2, World.AT_ONCE);

    private static Verdict.Why notNeeded(Outcome outcome) {
        return ((Outcome.NotNeeded) outcome).verdict().why();
    }

    @Test
    void a_second_worker_keeps_off_until_the_first_has_ended() {
        Outcome[] second = new Outcome[1];
        world.consumer = consumers -> ConsumersAround.applying(consumers, fresh -> {
            world.consumer = UnaryOperator.identity();
            second[0] = world.run();
            return consumers.apply(fresh);
        });
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(second[0]).isEqualTo(new Outcome.Busy("another worker"));
        assertThat(world.gitlab.live(world.account)).hasSize(1);
    }

    @Test
    void a_second_worker_that_looked_before_finds_it_renewed() {
        Observation before = world.look();
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(notNeeded(world.run(before))).isEqualTo(Verdict.Why.FRESH);
        assertThat(world.gitlab.everyValue()).hasSize(2);
    }

    @Test
    void force_is_satisfied_when_another_worker_renewed_meanwhile() {
        Observation before = world.look();
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(notNeeded(world.run(before, Wish.FORCE))).isEqualTo(Verdict.Why.FRESH);
        assertThat(world.run(Wish.FORCE)).isInstanceOf(Outcome.Finished.class);
        assertThat(world.gitlab.everyValue()).hasSize(3);
    }

    @Test
    void a_fresh_token_is_left_alone_without_force() {
        world.clock.set(Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(notNeeded(world.run())).isEqualTo(Verdict.Why.FRESH);
        assertThat(world.run(Wish.FORCE)).isInstanceOf(Outcome.Finished.class);
        assertThat(((Entry.Started) world.entries().getFirst()).why()).isEqualTo("forced");
    }

    @Test
    void gitlab_is_asked_only_about_values_that_changed_since_the_look() {
        AtomicInteger asked = new AtomicInteger();
        Observation before = world.look();
        world.issuer = issuer -> counting(issuer, asked);
        world.clock.set(Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(world.run(before)).isInstanceOf(Outcome.NotNeeded.class);
        assertThat(asked).hasValue(0);
        Issued other = world.gitlab.plant(world.account, "b", new TreeSet<>(List.of("api")), LocalDate.of(2027, 1, 1));
        world.put(1, other.secret());
        assertThat(world.run(before)).isInstanceOf(Outcome.Parked.class);
        assertThat(asked).hasValue(1);
    }

    private static Issuer counting(Issuer issuer, AtomicInteger asked) {
        return new IssuerAround(issuer) {
            @Override
            public Effect<Inspection> inspect(Secret value) {
                asked.incrementAndGet();
                return super.inspect(value);
            }
        };
    }
}
