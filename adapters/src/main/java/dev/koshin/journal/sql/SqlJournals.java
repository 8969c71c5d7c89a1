package dev.koshin.journal.sql;

import dev.koshin.journal.Journal;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.journal.ServerMemory;
import dev.koshin.journal.TokenMemory;
import dev.koshin.model.Secret;
import java.time.InstantSource;
import java.util.Optional;

/** Journals in a SQL database. */
public final class SqlJournals {
    private SqlJournals() {}

    /** What a journal is opened for. */
    public enum Mode {
        /**
         * To look, also beside a writer. Takes no lock, creates and migrates nothing; a journal that does not exist yet
         * is empty. Tokens are remembered all the same if the journal exists.
         */
        READ,
        /** To renew. A SQLite file can be open for writing only once, a database in any number of processes. */
        WRITE
    }

    /** A journal and the memory beside it. Whatever was accepted before {@link #close} is kept. */
    public interface Opened extends Journal, TokenMemory, ServerMemory, AutoCloseable {
        @Override
        void close();
    }

    /**
     * Opens the journal at {@code jdbcUrl}, which begins with {@code jdbc:sqlite:}, {@code jdbc:postgresql:} or
     * {@code jdbc:mariadb:}.
     *
     * @param clock what the end of leases is judged by; the clocks of several instances may differ by much less than a
     *     lease's time
     * @throws JournalUnavailable if it cannot be opened, was made by a newer version, or is a SQLite file that another
     *     writer has open
     */
    public static Opened open(
            String jdbcUrl, Optional<String> user, Optional<Secret> password, InstantSource clock, Mode mode) {
        Opening opening = new Opening(new Address(jdbcUrl, user, password));
        return switch (mode) {
            case READ -> opening.toRead();
            case WRITE -> opening.toWrite(clock);
        };
    }
}
