package dev.koshin.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Lease;
import dev.koshin.model.CredentialName;
import dev.koshin.model.RenewalId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GroupCommitTest {
    private static final int WRITERS = 64;
    private static final int APPENDS = 20;

    @Test
    void letsManyAppendsShareOneSync(@TempDir Path directory) {
        try (WritingJournal journal = (WritingJournal) Place.sqlite(directory).write(InstantSource.system())) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < WRITERS; i++) {
                    threads.execute(() -> append(journal));
                }
            }
            assertThat(journal.history(Set.of(), Integer.MAX_VALUE)).hasSize(WRITERS * (APPENDS + 1));
            assertThat(journal.writer().commits()).isPositive().isLessThan(WRITERS * APPENDS / 3);
        }
    }

    private static void append(WritingJournal journal) {
        CredentialName name = Samples.credential();
        RenewalId id = RenewalId.random(Samples.RANDOM);
        Lease lease = Samples.granted(journal, name);
        journal.append(lease, List.of(Samples.started(id, name)));
        for (int i = 0; i < APPENDS; i++) {
            journal.append(lease, List.of(new Entry.Issuing(id)));
        }
    }
}
