package dev.koshin.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Entry;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.TargetName;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Between the last delivery and the proof: consumers read, targets are read back, uses are noted. */
final class ProvingTest {
    private static final Problem FAILED = Problem.of(Reason.TARGET_FAILED, "row-1");

    private final World world = new World(2, World.AT_ONCE);

    private void assertThatItEndsWell() {
        world.target = UnaryOperator.identity();
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(world.gitlab.live(world.account)).hasSize(1);
        assertThat(world.look().live()).isEqualTo(world.gitlab.live(world.account));
    }

    @Test
    void consumers_are_made_to_read_after_every_target_has_it_and_before_the_proof() {
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(world.entries())
                .hasExactlyElementsOfTypes(
                        Entry.Started.class,
                        Entry.Issuing.class,
                        Entry.Delivered.class,
                        Entry.Delivered.class,
                        Entry.Applied.class,
                        Entry.Proven.class,
                        Entry.RetireAfter.class,
                        Entry.Revoking.class,
                        Entry.Revoked.class,
                        Entry.Finished.class);
        assertThat(world.entries())
                .contains(new Entry.Applied(world.entries().getFirst().renewal(), List.of("reader")));
    }

    @Test
    void consumers_that_need_nothing_leave_no_entry() {
        world.consumer = consumers -> ConsumersAround.applying(consumers, _ -> new Effect.Done<>(List.of()));
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(world.entries()).doesNotHaveAnyElementsOfTypes(Entry.Applied.class);
    }

    @Test
    void consumers_that_cannot_be_made_to_read_keep_the_old_token_alive() {
        Problem problem = Problem.of(Reason.APPLY_FAILED, "reader");
        world.consumer = consumers -> ConsumersAround.applying(consumers, _ -> new Effect.Unclear<>(problem));
        assertThat(world.run()).isEqualTo(new Outcome.Failed(problem));
        assertThat(world.gitlab.accepts(world.old.secret())).isTrue();
        world.consumer = consumers -> ConsumersAround.applying(consumers, _ -> new Effect.Refused<>(problem));
        assertThat(world.run()).isEqualTo(new Outcome.Failed(problem));
        world.consumer = UnaryOperator.identity();
        assertThatItEndsWell();
    }

    @Test
    void a_target_that_changed_before_the_proof_is_not_proven() {
        world.consumer = consumers -> ConsumersAround.applying(consumers, _ -> {
            world.put(1, world.old.secret());
            return new Effect.Done<>(List.of());
        });
        assertThat(world.run()).isEqualTo(new Outcome.Failed(Problem.of(Reason.TARGET_CHANGED, "row-1")));
        assertThat(world.entries()).doesNotHaveAnyElementsOfTypes(Entry.Proven.class);
        world.consumer = UnaryOperator.identity();
        assertThatItEndsWell();
    }

    @Test
    void a_target_that_cannot_be_read_back_is_not_proven() {
        TargetName row = World.row(1);
        world.target = target -> new TargetAround(target) {
            @Override
            public Effect<Held> read() {
                return name().equals(row) ? new Effect.Refused<>(FAILED) : super.read();
            }
        };
        assertThat(world.run()).isEqualTo(new Outcome.Failed(FAILED));
        assertThat(world.entries()).doesNotHaveAnyElementsOfTypes(Entry.Proven.class);
        assertThatItEndsWell();
    }

    @Test
    void uses_that_cannot_be_listed_are_no_proof() {
        Problem problem = Problem.of(Reason.USES_UNREADABLE, "db");
        world.consumer = consumers -> ConsumersAround.running(consumers, () -> new Effect.Unclear<>(problem));
        assertThat(world.run()).isEqualTo(new Outcome.Failed(problem));
        world.consumer = consumers -> ConsumersAround.running(consumers, () -> new Effect.Refused<>(problem));
        assertThat(world.run()).isEqualTo(new Outcome.Failed(problem));
        assertThat(world.entries()).doesNotHaveAnyElementsOfTypes(Entry.Proven.class);
        world.consumer = UnaryOperator.identity();
        assertThatItEndsWell();
    }
}
