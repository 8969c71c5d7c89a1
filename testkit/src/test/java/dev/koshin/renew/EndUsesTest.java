package dev.koshin.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Entry;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Use;
import dev.koshin.plan.Policy;
import dev.koshin.renew.Order.Wish;
import dev.koshin.spi.Effect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A use that nobody ends but Koshin, such as a container that keeps the old value in its start script. */
final class EndUsesTest {
    private static final Use CONTAINER = new Use("container gitlab");

    private final World world = new World(1, Policy.DEFAULT);
    private final List<Fingerprint> asked = new ArrayList<>();
    private boolean window;

    EndUsesTest() {
        world.uses.add(CONTAINER);
        world.consumer = consumers -> ConsumersAround.ending(consumers, this::end);
    }

    private Effect<List<String>> end(Fingerprint fresh, boolean atOnce) {
        asked.add(fresh);
        if (!window && !atOnce) {
            return new Effect.Done<>(List.of());
        }
        world.uses.remove(CONTAINER);
        return new Effect.Done<>(List.of("gitlab"));
    }

    private Outcome afterGrace() {
        assertThat(world.run()).isInstanceOf(Outcome.Proven.class);
        assertThat(asked).isEmpty();
        world.clock.advance(Policy.DEFAULT.grace());
        return world.run();
    }

    @Test
    void it_holds_back_the_old_token_until_its_time_has_come() {
        Outcome.Proven waiting = (Outcome.Proven) afterGrace();
        assertThat(waiting.waitingFor()).containsExactly(CONTAINER);
        assertThat(asked).containsExactly(waiting.fresh().fingerprint());
        assertThat(world.gitlab.accepts(world.old.secret())).isTrue();
        window = true;
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(world.entries())
                .filteredOn(Entry.Applied.class::isInstance)
                .extracting(entry -> ((Entry.Applied) entry).consumers())
                .containsExactly(List.of("reader"), List.of("gitlab"));
    }

    @Test
    void who_does_not_wait_for_the_grace_period_does_not_wait_for_its_time() {
        assertThat(world.run(Wish.RETIRE_NOW)).isInstanceOf(Outcome.Finished.class);
        assertThat(world.uses).isEmpty();
    }

    @Test
    void who_ignores_uses_leaves_it_alone() {
        assertThat(world.run(Wish.RETIRE_NOW, Wish.IGNORE_USES)).isInstanceOf(Outcome.Finished.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void where_nothing_uses_the_old_token_nothing_is_ended() {
        world.uses.clear();
        assertThat(afterGrace()).isInstanceOf(Outcome.Finished.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void if_it_cannot_be_ended_the_old_token_stays() {
        Problem problem = Problem.of(Reason.APPLY_FAILED, "gitlab");
        world.consumer = consumers -> ConsumersAround.ending(consumers, (_, _) -> new Effect.Unclear<>(problem));
        assertThat(afterGrace()).isEqualTo(new Outcome.Failed(problem));
        assertThat(world.gitlab.accepts(world.old.secret())).isTrue();
    }
}
