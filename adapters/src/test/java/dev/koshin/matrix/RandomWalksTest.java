package dev.koshin.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random stories of renewals, faults, crashes and people.
 *
 * <p>{@code -Dkoshin.walks=N} plays another number of them, {@code -Dkoshin.walks.from=SEED} other ones, and
 * {@code -Dkoshin.walk=SEED} plays one again, as a failure names it.
 */
final class RandomWalksTest {
    private static final long WALKS = Long.getLong("koshin.walks", 10_000);
    private static final long FROM = Long.getLong("koshin.walks.from", 1);
    private static final long ONE = Long.getLong("koshin.walk", -1);

    @Test
    void whatever_people_and_faults_do_nothing_is_broken_by_koshin() throws InterruptedException {
        LongStream seeds = ONE >= 0 ? LongStream.of(ONE) : LongStream.range(FROM, FROM + WALKS);
        List<Walk> walks = seeds.mapToObj(Walk::new).toList();
        Tally tally = new Tally("random walks");
        tally.play(walks);
        System.out.println(tally);
        assertThat(tally.broken()).isEmpty();
        assertThat(tally.ran()).isEqualTo(walks.size());
    }
}
