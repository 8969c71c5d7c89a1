package dev.koshin.journal.sql;

import dev.koshin.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteJournalTest implements SqlJournalContract {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-02-27T12:00:00Z"));
    private final Place place;
    private final SqlJournals.Opened journal;

    SqliteJournalTest(@TempDir Path directory) {
        place = Place.sqlite(directory);
        journal = place.write(clock);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public SqlJournals.Opened journal() {
        return journal;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }
}
