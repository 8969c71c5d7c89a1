package dev.koshin.journal.sql;

import dev.koshin.journal.JournalUnavailable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The one thread that writes. It takes all that is waiting and commits it as one transaction, so that many renewals
 * share one wait for the disk; while it waits, the next ones gather.
 */
final class Writer implements AutoCloseable {
    private static final int LARGEST_BATCH = 256;

    private final Transactions transactions;
    private final Dialect dialect;
    private final Rivals rivals;
    private final EntryReader reader;
    private final InstantSource clock;
    private final Queue<Work> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("koshin-journal").factory());

    Writer(Transactions transactions, Dialect dialect, Rivals rivals, EntryReader reader, InstantSource clock) {
        this.transactions = transactions;
        this.dialect = dialect;
        this.rivals = rivals;
        this.reader = reader;
        this.clock = clock;
    }

    /** Has {@code work} done and returns its answer once that is on the disk. */
    <T> T await(Work work, Answer<T> answer) {
        waiting.add(work);
        thread.execute(this::writeWaiting);
        return answer.await();
    }

    private void writeWaiting() {
        List<Work> works = new ArrayList<>();
        for (Work next = waiting.poll(); next != null; next = works.size() < LARGEST_BATCH ? waiting.poll() : null) {
            works.add(next);
        }
        if (!works.isEmpty()) {
            write(works);
        }
    }

    private void write(List<Work> works) {
        try {
            transactions
                    .run(handle -> new Batch(Tables.of(handle, dialect), rivals, reader, clock.instant()).write(works))
                    .forEach(Runnable::run);
        } catch (JournalUnavailable e) {
            works.forEach(work -> work.answer().refuse(() -> new JournalUnavailable(e.problem(), e)));
        } finally {
            // nobody waits for ever, even if there is a bug in the lines above
            works.forEach(work -> work.answer().refuse(() -> new IllegalStateException("the writer failed")));
        }
    }

    /** How many transactions were committed so far. */
    long commits() {
        return transactions.commits();
    }

    /** Writes what is waiting and ends. */
    @Override
    public void close() {
        thread.close();
        transactions.close();
    }
}
