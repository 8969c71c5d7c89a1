package dev.koshin.target.helmvalues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random files with one value changed. */
final class HelmValuesPropertyTest {
    private static final long SEED = Long.getLong("koshin.seed", System.nanoTime());

    @TempDir
    private Path folder;

    @Test
    void all_other_bytes_stay_and_a_program_gets_the_new_value_and_otherwise_the_same() {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            changes(random, "round " + i + " of -Dkoshin.seed=" + SEED);
        }
    }

    private void changes(Random random, String round) {
        RandomValues values = new RandomValues(random);
        String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
        String old = RandomValues.value(random);
        String fresh = RandomValues.value(random);
        String before = values.with(old).replace("\n", end);
        Delivered file = Delivered.to(folder, before).at(values.key());
        Held expected = new Held.Value(Secret.of(old));
        assertThat(file.target().read()).as(round).isEqualTo(new Effect.Done<>(expected));
        assertThat(file.target().deliver(expected, Secret.of(fresh))).as(round).isInstanceOf(Effect.Done.class);
        String after = values.with(fresh).replace("\n", end);
        assertThat(file.path()).as(round).content().isEqualTo(after);
        List<String> path = List.of(values.key().split("\\."));
        assertThat(Tree.at(Tree.of(before), path)).as(round).isEqualTo(old);
        assertThat(Tree.of(after)).as(round).isEqualTo(Tree.with(Tree.of(before), path, fresh));
    }
}
