package dev.koshin.journal.sql;

import dev.koshin.journal.Claim;
import dev.koshin.journal.Entry;
import dev.koshin.journal.Journal;
import dev.koshin.journal.Lease;
import dev.koshin.model.CredentialName;
import dev.koshin.model.RenewalId;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Things to write in tests. */
final class Samples {
    static final Random RANDOM = new Random();

    private Samples() {}

    static CredentialName credential() {
        return new CredentialName("sample/" + RenewalId.random(RANDOM));
    }

    static Set<CredentialName> credentials(int count) {
        Set<CredentialName> names = new LinkedHashSet<>();
        while (names.size() < count) {
            names.add(credential());
        }
        return names;
    }

    static Entry started(RenewalId id, CredentialName name) {
        return new Entry.Started(id, name, List.of(), "due");
    }

    static Lease granted(Journal journal, CredentialName name) {
        return switch (journal.acquire(name, Duration.ofMinutes(1))) {
            case Claim.Granted granted -> granted.lease();
            case Claim.HeldBy held -> throw new AssertionError(held.toString());
        };
    }

    /** Begins a renewal of {@code name} and gives the lease back. */
    static void write(Journal journal, CredentialName name) {
        journal.release(granted(journal, name), List.of(started(RenewalId.random(RANDOM), name)));
    }
}
