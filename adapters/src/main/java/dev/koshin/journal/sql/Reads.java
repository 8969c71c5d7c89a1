package dev.koshin.journal.sql;

import dev.koshin.journal.JournalUnavailable;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Answers questions to the database. */
sealed interface Reads extends AutoCloseable permits KeptReads, PooledReads {
    /**
     * The answer to {@code question}.
     *
     * @throws JournalUnavailable if the database does not answer
     */
    <T> T ask(Function<Handle, T> question);

    @Override
    void close();
}
