package dev.koshin.journal.sql;

import dev.koshin.testkit.SettableClock;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MariaDbJournalTest implements SqlJournalContract {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-02-27T12:00:00Z"));
    private final Place place = Place.mariadb();
    private final SqlJournals.Opened journal = place.write(clock);

    @AfterAll
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
