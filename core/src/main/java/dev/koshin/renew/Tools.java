package dev.koshin.renew;

import dev.koshin.journal.Journal;
import dev.koshin.spi.Backup;
import dev.koshin.spi.Pauses;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What every renewal of one process shares. */
public record Tools(Journal journal, InstantSource clock, Pauses pauses, RandomGenerator random, Backup backup) {
    /** Tools without a backup: there is no way back. */
    public Tools(Journal journal, InstantSource clock, Pauses pauses, RandomGenerator random) {
        this(journal, clock, pauses, random, Backup.NONE);
    }
}
