package dev.koshin.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Claim;
import dev.koshin.journal.Entry;
import dev.koshin.journal.Recorded;
import dev.koshin.model.CredentialName;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KillTest {
    @Test
    void keepsWhatSqliteAcknowledgedBeforeTheProcessWasKilled(@TempDir Path directory) throws Exception {
        keepsWhatWasAcknowledged(Place.sqlite(directory));
    }

    @Test
    void keepsWhatPostgresAcknowledgedBeforeTheProcessWasKilled() throws Exception {
        keepsWhatWasAcknowledged(Place.postgres());
    }

    @Test
    void keepsWhatMariaDbAcknowledgedBeforeTheProcessWasKilled() throws Exception {
        keepsWhatWasAcknowledged(Place.mariadb());
    }

    private static void keepsWhatWasAcknowledged(Place place) throws IOException, InterruptedException {
        Map<CredentialName, Integer> acknowledged = killed(place, 100 + Samples.RANDOM.nextInt(400));
        assertThat(acknowledged).isNotEmpty();
        try (SqlJournals.Opened journal = place.write(InstantSource.system())) {
            acknowledged.forEach((name, last) -> {
                Claim claim = journal.acquire(name, Duration.ofMinutes(1));
                assertThat(claim).as("the dead process's lease").isInstanceOf(Claim.Granted.class);
                assertThat(numbers(((Claim.Granted) claim).unfinished())).startsWith(upTo(last));
            });
        }
    }

    /**
     * The last number of each credential that a child had acknowledged when it was killed after {@code lines} of them.
     */
    private static Map<CredentialName, Integer> killed(Place place, int lines)
            throws IOException, InterruptedException {
        Map<CredentialName, Integer> acknowledged = new HashMap<>();
        Process child = Child.start(place);
        try (BufferedReader output = Child.output(child)) {
            int read = 0;
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                String[] words = line.split(" ", 2);
                acknowledged.put(new CredentialName(words[0]), Integer.parseInt(words[1]));
                if (++read == lines) {
                    child.toHandle().destroyForcibly(); // the process itself would throw away what it has said
                }
            }
        }
        assertThat(child.waitFor()).isNotZero();
        return acknowledged;
    }

    private static List<String> numbers(List<Recorded> entries) {
        return entries.stream()
                .map(Recorded::entry)
                .filter(Entry.Applied.class::isInstance)
                .map(entry -> ((Entry.Applied) entry).consumers().getFirst())
                .toList();
    }

    private static String[] upTo(int last) {
        return IntStream.rangeClosed(0, last).mapToObj(Integer::toString).toArray(String[]::new);
    }
}
