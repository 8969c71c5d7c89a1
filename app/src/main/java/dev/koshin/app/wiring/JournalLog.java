package dev.koshin.app.wiring;

import dev.koshin.app.view.HistoryView;
import dev.koshin.journal.Claim;
import dev.koshin.journal.Entry;
import dev.koshin.journal.Journal;
import dev.koshin.journal.Lease;
import dev.koshin.journal.Past;
import dev.koshin.journal.Recorded;
import dev.koshin.model.CredentialName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** A journal that logs one line for each entry, after it is on the disk. */
final class JournalLog implements Journal {
    private static final Logger LOG = LoggerFactory.getLogger("koshin.journal");

    private final Journal journal;

    JournalLog(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Claim acquire(CredentialName credential, Duration time) {
        return journal.acquire(credential, time);
    }

    @Override
    public void append(Lease lease, List<Entry> entries) {
        journal.append(lease, entries);
        entries.forEach(entry -> log(lease, entry));
    }

    @Override
    public void release(Lease lease, List<Entry> last) {
        journal.release(lease, last);
        last.forEach(entry -> log(lease, entry));
    }

    @Override
    public Map<CredentialName, List<Recorded>> unfinished() {
        return journal.unfinished();
    }

    @Override
    public Map<CredentialName, Past> pasts() {
        return journal.pasts();
    }

    @Override
    public List<Recorded> history(Set<CredentialName> credentials, int limit) {
        return journal.history(credentials, limit);
    }

    private static void log(Lease lease, Entry entry) {
        Level level = level(entry);
        if (LOG.isEnabledForLevel(level)) {
            LOG.atLevel(level)
                    .log(
                            "{} {} {} {} {}",
                            lease.credential(),
                            entry.renewal(),
                            entry.getClass().getSimpleName(),
                            HistoryView.facts(entry),
                            consequence(entry));
        }
    }

    private static Level level(Entry entry) {
        return entry instanceof Entry.Parked || entry instanceof Entry.Interrupted || entry instanceof Entry.Reopened
                ? Level.WARN
                : Level.INFO;
    }

    /** What still works, for whoever reads the log at night. */
    private static String consequence(Entry entry) {
        return switch (entry) {
            case Entry.Finished _ -> "- the proven token works, the others no longer";
            case Entry.Revoked _, Entry.Revoking _ -> "- the proven token works";
            case Entry.Proven _, Entry.RetireAfter _ -> "- the proven token works, nothing is revoked yet";
            case Entry.Started _,
                    Entry.Issuing _,
                    Entry.NotIssued _,
                    Entry.Delivered _,
                    Entry.Applied _,
                    Entry.Reopened _,
                    Entry.Adopted _,
                    Entry.Parked _,
                    Entry.Resumed _,
                    Entry.RollingBack _,
                    Entry.Interrupted _ -> "- no working token was taken away";
        };
    }
}
