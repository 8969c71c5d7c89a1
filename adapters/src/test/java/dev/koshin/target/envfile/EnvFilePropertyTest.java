package dev.koshin.target.envfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.koshin.file.Shell;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random files with one value changed. */
final class EnvFilePropertyTest {
    private static final long SEED = Long.getLong("koshin.seed", System.nanoTime());

    @TempDir
    private Path folder;

    private static String seed(int round) {
        return "round " + round + " of -Dkoshin.seed=" + SEED;
    }

    /** {@code deliver} over what a random file holds; the file that it should be now is the oracle. */
    private RandomEnv changed(Random random, String fresh, String round) {
        RandomEnv env = new RandomEnv(random);
        String value = RandomEnv.value(random);
        String old = random.nextInt(8) == 0 ? env.empty(value) : value;
        Delivered file = Delivered.to(folder, env.with(old));
        Held expected = old.isEmpty() ? new Held.Nothing() : new Held.Value(Secret.of(old));
        assertThat(file.target().read()).as(round).isEqualTo(new Effect.Done<>(expected));
        assertThat(file.target().deliver(expected, Secret.of(fresh))).as(round).isInstanceOf(Effect.Done.class);
        assertThat(file.path()).as(round).content().isEqualTo(env.with(fresh));
        return env;
    }

    @Test
    void all_other_bytes_stay_and_sh_reads_the_new_value_and_otherwise_the_same() {
        Random random = new Random(SEED);
        for (int i = 0; i < 150; i++) {
            String fresh = RandomEnv.value(random);
            RandomEnv env = changed(random, fresh, seed(i));
            Path file = folder.resolve(".env");
            Optional<Map<String, String>> after = Shell.sourced(file, env.names());
            Delivered.to(folder, env.with("old"));
            Map<String, String> before =
                    new TreeMap<>(Shell.sourced(file, env.names()).orElseThrow());
            assertThat(before.put(Delivered.KEY, fresh)).as(seed(i)).isEqualTo("old");
            assertThat(after).as(seed(i)).contains(before);
        }
    }

    @Test
    void docker_compose_reads_the_new_value() {
        assumeTrue(Compose.isHere(), "docker compose is not installed here");
        Random random = new Random(SEED);
        for (int i = 0; i < 25; i++) {
            String fresh = RandomEnv.value(random);
            RandomEnv env = changed(random, fresh, seed(i));
            assertThat(env.names()).contains(Delivered.KEY);
            assertThat(Compose.reads(folder.resolve(".env"))).as(seed(i)).contains(fresh);
        }
    }
}
