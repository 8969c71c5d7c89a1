package dev.koshin.journal.sql;

import dev.koshin.journal.Claim;
import dev.koshin.journal.KnownToken;
import dev.koshin.journal.Lease;
import dev.koshin.journal.LeaseLost;
import dev.koshin.journal.Past;
import dev.koshin.model.CredentialName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Several changes as one transaction. The rows of all leases are locked first; what each change comes to is decided
 * over them in memory, one by one, so that one that is refused does not touch the others; then everything is written at
 * once.
 */
final class Batch {
    private final Tables tables;
    private final Rivals rivals;
    private final EntryReader reader;
    private final Instant now;

    private final Map<CredentialName, LeaseRow> leases = new HashMap<>();
    private final Map<CredentialName, LeaseRow> changed = new HashMap<>();
    private final List<EntryTable.Addition> additions = new ArrayList<>();
    private final Map<CredentialName, Past> pasts = new HashMap<>();
    private final List<KnownToken> tokens = new ArrayList<>();
    private final Map<Work.Acquire, Lease> granted = new HashMap<>();
    private final List<Runnable> answers = new ArrayList<>();

    Batch(Tables tables, Rivals rivals, EntryReader reader, Instant now) {
        this.tables = tables;
        this.rivals = rivals;
        this.reader = reader;
        this.now = now;
    }

    /** Writes what {@code works} ask for; what is returned must be run once the transaction is committed. */
    List<Runnable> write(List<Work> works) {
        lock(works);
        works.forEach(this::decide);
        tables.entries().add(additions);
        addUp();
        tables.leases().save(changed.values());
        tables.tokens().add(tokens);
        tellGranted();
        return answers;
    }

    private void lock(List<Work> works) {
        NavigableSet<CredentialName> names = new TreeSet<>();
        NavigableSet<CredentialName> unknown = new TreeSet<>();
        for (Work work : works) {
            work.credential().ifPresent(names::add);
            if (work instanceof Work.Acquire(CredentialName name, var _, var _)) {
                unknown.add(name);
            }
        }
        leases.putAll(tables.leases().lock(names));
        unknown.removeAll(leases.keySet());
        tables.leases().add(unknown);
        leases.putAll(tables.leases().lock(unknown));
    }

    private void decide(Work work) {
        switch (work) {
            case Work.Acquire acquire -> acquire(acquire);
            case Work.Append append -> append(append);
            case Work.Remember remember -> {
                tokens.addAll(remember.tokens());
                answers.add(() -> remember.answer().give(remember::tokens));
            }
        }
    }

    private void acquire(Work.Acquire acquire) {
        LeaseRow row = lease(acquire.name()).orElseThrow();
        Optional<String> holder = rivals.holding(row, now);
        if (holder.isPresent()) {
            Claim held = new Claim.HeldBy(holder.get(), row.until());
            answers.add(() -> acquire.answer().give(() -> held));
        } else {
            LeaseRow taken = row.takenBy(rivals.here().text(), acquire.time(), now);
            change(taken);
            granted.put(acquire, taken.lease());
        }
    }

    private void append(Work.Append append) {
        Optional<LeaseRow> row = lease(append.lease().credential()).filter(found -> found.grants(append.lease()));
        if (row.isEmpty()) {
            answers.add(() -> append.answer().refuse(() -> new LeaseLost(append.lease())));
            return;
        }
        try {
            LeaseRow after = row.get().extended(now);
            for (Line line : append.lines()) {
                after = after.after(line.entry());
            }
            change(append.last() ? after.released() : after);
        } catch (IllegalArgumentException e) {
            answers.add(() -> append.answer().refuse(() -> e));
            return;
        }
        append.lines().forEach(line -> additions.add(new EntryTable.Addition(append.lease(), now, line)));
        answers.add(() -> append.answer().give(append::lease));
    }

    private Optional<LeaseRow> lease(CredentialName name) {
        return Optional.ofNullable(leases.get(name));
    }

    private void change(LeaseRow row) {
        leases.put(row.lease().credential(), row);
        changed.put(row.lease().credential(), row);
    }

    /** What a look at all credentials needs is added up now, so that nobody has to read the entries of years. */
    private void addUp() {
        List<EntryTable.Addition> counting = additions.stream()
                .filter(addition -> Past.counts(addition.line().entry()))
                .toList();
        pasts.putAll(tables.pasts().of(counting.stream().map(Batch::name).collect(Collectors.toSet())));
        counting.forEach(addition -> pasts.put(
                name(addition),
                pasts.getOrDefault(name(addition), Past.NONE)
                        .after(addition.line().entry(), now)));
        tables.pasts().save(pasts);
    }

    private static CredentialName name(EntryTable.Addition addition) {
        return addition.lease().credential();
    }

    private void tellGranted() {
        Collection<CredentialName> names =
                granted.values().stream().map(Lease::credential).toList();
        Map<CredentialName, List<Row>> unfinished = tables.entries().unfinished(names);
        granted.forEach((acquire, lease) -> {
            List<Row> rows = unfinished.getOrDefault(lease.credential(), List.of());
            answers.add(() -> acquire.answer().give(() -> new Claim.Granted(lease, reader.readAll(rows))));
        });
    }
}
