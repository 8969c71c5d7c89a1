package dev.koshin.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.matrix.Case.Beginning;
import dev.koshin.simulator.fault.Effect;
import dev.koshin.simulator.fault.When;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every effect that the simulator knows, before and after the work, at every call of a renewal, with every release.
 *
 * <p>Which calls there are, an undisturbed run shows. After the mishap the next runs must finish the work.
 */
final class EveryFaultTest {
    private static final int AT_LEAST = 500;

    @Test
    void whatever_goes_wrong_at_whichever_call_nothing_breaks_and_the_next_runs_finish() throws InterruptedException {
        Tally tally = new Tally("fault matrix");
        tally.play(Releases.ALL.stream()
                .flatMap(profile -> Stream.of(Beginning.values()).flatMap(from -> Case.all(profile, from)))
                .toList());
        System.out.println(tally);
        assertThat(tally.broken()).isEmpty();
        assertThat(tally.ran()).isGreaterThanOrEqualTo(AT_LEAST);
    }

    /** An effect that the simulator learns is one that this must try. */
    @Test
    void every_effect_of_the_simulator_is_tried_before_and_after() {
        for (When when : When.values()) {
            Set<Class<?>> tried = Mishap.ALL.stream()
                    .filter(mishap -> mishap.when() == when)
                    .map(mishap -> mishap.effect().getClass())
                    .collect(Collectors.toSet());
            assertThat(tried).containsExactlyInAnyOrder(Effect.class.getPermittedSubclasses());
        }
    }
}
