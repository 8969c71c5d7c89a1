package dev.koshin.testkit;

import dev.koshin.journal.Claim;
import dev.koshin.journal.Entry;
import dev.koshin.journal.Journal;
import dev.koshin.journal.Lease;
import dev.koshin.journal.Recorded;
import dev.koshin.model.CredentialName;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Asks {@code journal} in the way that tests need. */
record Renewer(Journal journal, Duration time) {
    Lease granted(CredentialName name) {
        return switch (journal.acquire(name, time)) {
            case Claim.Granted granted -> granted.lease();
            case Claim.HeldBy held -> throw new AssertionError(name + " is held: " + held);
        };
    }

    List<Recorded> unfinished(CredentialName name) {
        return journal.unfinished().getOrDefault(name, List.of());
    }

    List<Entry> history(CredentialName name) {
        return journal.history(Set.of(name), 1000).stream().map(Recorded::entry).toList();
    }
}
