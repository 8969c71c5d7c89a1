package dev.koshin.journal.sql;

import dev.koshin.journal.JournalUnavailable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.databind.json.JsonMapper;

/** Puts a journal's parts together. */
final class Opening {
    private final Address address;
    private final Failures failures;
    private final EntryReader reader;

    Opening(Address address) {
        this.address = address;
        this.failures = new Failures(address);
        this.reader = new EntryReader(failures, new JsonMapper());
    }

    SqlJournals.Opened toRead() {
        Dialect dialect = dialect();
        if (dialect == Dialect.SQLITE && !file().exists()) {
            return new ReadingJournal(Optional.empty());
        }
        Reads reads = new KeptReads(Jdbi.create(new Connector(address, dialect, new Properties())), failures);
        boolean kept = false;
        try {
            int version = version(reads);
            kept = version > 0;
            return new ReadingJournal(kept ? Optional.of(questions(reads, dialect, version)) : Optional.empty());
        } finally {
            if (!kept) {
                reads.close();
            }
        }
    }

    SqlJournals.Opened toWrite(InstantSource clock) {
        Dialect dialect = dialect();
        Optional<LockFile> lock = dialect == Dialect.SQLITE ? Optional.of(lock()) : Optional.empty();
        boolean opened = false;
        try {
            SqlJournals.Opened journal = open(dialect, lock, clock);
            opened = true;
            return journal;
        } finally {
            if (!opened) {
                lock.ifPresent(LockFile::close);
            }
        }
    }

    private SqlJournals.Opened open(Dialect dialect, Optional<LockFile> lock, InstantSource clock) {
        Connector connector = new Connector(address, dialect, dialect == Dialect.SQLITE ? wal() : new Properties());
        Jdbi jdbi = Jdbi.create(connector);
        try (Reads first = new KeptReads(jdbi, failures)) {
            if (version(first) < Schema.CURRENT) {
                Migrations.run(connector, dialect, reader);
            }
        }
        Reads reads = lock.isPresent() ? new KeptReads(jdbi, failures) : new PooledReads(connector, failures);
        Rivals rivals = new Rivals(Here.opening(), lock.isPresent(), Here::start);
        Transactions transactions = new Transactions(new KeptHandle(jdbi), dialect, failures);
        Writer writer = new Writer(transactions, dialect, rivals, reader, clock);
        return new WritingJournal(writer, questions(reads, dialect, Schema.CURRENT), lock);
    }

    private Questions questions(Reads reads, Dialect dialect, int version) {
        return new Questions(reads, reader, dialect, version >= Schema.WITH_PAST);
    }

    /** The pages of a write-ahead log can be read while others are written. */
    private static Properties wal() {
        Properties wal = new Properties();
        wal.setProperty("journal_mode", "WAL");
        return wal;
    }

    private int version(Reads reads) {
        int version = reads.ask(Schema::version);
        if (version > Schema.CURRENT) {
            throw failures.newer(Integer.toString(version));
        }
        return version;
    }

    private Dialect dialect() {
        return Dialect.of(address.url()).orElseThrow(() -> failures.unavailable("this kind of database is not known"));
    }

    private LockFile lock() {
        SqliteFile file = file();
        try {
            file.create();
            return LockFile.take(file.path());
        } catch (IOException e) {
            throw failures.unavailable(e);
        }
    }

    /** @throws JournalUnavailable if the URL names no file */
    private SqliteFile file() {
        try {
            return SqliteFile.of(address.url());
        } catch (IllegalArgumentException e) {
            throw failures.unavailable(e);
        }
    }
}
