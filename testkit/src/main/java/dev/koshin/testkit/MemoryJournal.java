package dev.koshin.testkit;

import dev.koshin.journal.Claim;
import dev.koshin.journal.Entry;
import dev.koshin.journal.Journal;
import dev.koshin.journal.KnownToken;
import dev.koshin.journal.Lease;
import dev.koshin.journal.LeaseLost;
import dev.koshin.journal.Past;
import dev.koshin.journal.Recorded;
import dev.koshin.journal.TokenMemory;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.RenewalId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A journal in memory, which outlives the workers of a test. It keeps every promise but that of surviving a power cut.
 */
public final class MemoryJournal implements Journal, TokenMemory {
    private final InstantSource clock;
    private final List<Recorded> entries = new ArrayList<>();
    private final Map<RenewalId, CredentialName> credentials = new LinkedHashMap<>();
    private final Set<RenewalId> finished = new LinkedHashSet<>();
    private final Map<CredentialName, Held> leases = new LinkedHashMap<>();
    private final Map<CredentialName, Past> pasts = new LinkedHashMap<>();
    private final Map<Fingerprint, KnownToken> known = new LinkedHashMap<>();

    public MemoryJournal(InstantSource clock) {
        this.clock = clock;
    }

    private record Held(long fence, Instant until, Duration time) {}

    @Override
    public synchronized Claim acquire(CredentialName credential, Duration time) {
        Held held = leases.getOrDefault(credential, new Held(0, Instant.MIN, time));
        if (clock.instant().isBefore(held.until())) {
            return new Claim.HeldBy("another worker", held.until());
        }
        Held next = new Held(held.fence() + 1, clock.instant().plus(time), time);
        leases.put(credential, next);
        return new Claim.Granted(
                new Lease(credential, next.fence()), unfinished().getOrDefault(credential, List.of()));
    }

    @Override
    public synchronized void append(Lease lease, List<Entry> more) {
        Held held = leases.getOrDefault(lease.credential(), new Held(0, Instant.MIN, Duration.ZERO));
        if (held.fence() != lease.fence()) {
            throw new LeaseLost(lease);
        }
        leases.put(lease.credential(), new Held(held.fence(), clock.instant().plus(held.time()), held.time()));
        more.forEach(entry -> add(lease, entry));
    }

    private void add(Lease lease, Entry entry) {
        entries.add(new Recorded(entries.size() + 1L, clock.instant(), lease.fence(), entry));
        credentials.put(entry.renewal(), lease.credential());
        if (Past.counts(entry)) {
            pasts.put(
                    lease.credential(),
                    pasts.getOrDefault(lease.credential(), Past.NONE).after(entry, clock.instant()));
        }
        if (entry instanceof Entry.Finished || (entry instanceof Entry.Adopted && alone(entry.renewal()))) {
            finished.add(entry.renewal());
        }
    }

    private boolean alone(RenewalId renewal) {
        return entries.stream()
                .map(Recorded::entry)
                .noneMatch(entry -> entry.renewal().equals(renewal) && entry instanceof Entry.Started);
    }

    @Override
    public synchronized void release(Lease lease, List<Entry> last) {
        append(lease, last);
        leases.put(lease.credential(), new Held(lease.fence(), Instant.MIN, Duration.ZERO));
    }

    @Override
    public synchronized Map<CredentialName, List<Recorded>> unfinished() {
        Map<CredentialName, List<Recorded>> open = new LinkedHashMap<>();
        for (Recorded recorded : entries) {
            RenewalId renewal = recorded.entry().renewal();
            if (!finished.contains(renewal)) {
                open.computeIfAbsent(credential(renewal), _ -> new ArrayList<>())
                        .add(recorded);
            }
        }
        return open;
    }

    private CredentialName credential(RenewalId renewal) {
        return credentials.getOrDefault(renewal, new CredentialName("nobody"));
    }

    @Override
    public synchronized Map<CredentialName, Past> pasts() {
        return Map.copyOf(pasts);
    }

    @Override
    public synchronized List<Recorded> history(Set<CredentialName> wanted, int limit) {
        List<Recorded> all = entries.stream()
                .filter(recorded -> wanted.isEmpty()
                        || wanted.contains(credential(recorded.entry().renewal())))
                .toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    @Override
    public synchronized Map<Fingerprint, KnownToken> known() {
        return Map.copyOf(known);
    }

    @Override
    public synchronized void remember(Collection<KnownToken> tokens) {
        tokens.forEach(token -> known.put(token.fingerprint(), token));
    }
}
