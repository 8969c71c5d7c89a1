package dev.koshin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Claim;
import dev.koshin.journal.Entry;
import dev.koshin.journal.KnownToken;
import dev.koshin.journal.Lease;
import dev.koshin.journal.Past;
import dev.koshin.journal.Recorded;
import dev.koshin.journal.TokenMemory;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.OldToken;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every journal holds to. */
public interface JournalContract extends LeaseContract {
    /** When tokens were presented. */
    Instant SOME_DAY = Instant.parse("2026-11-24T00:00:00.123Z");

    /** The memory that belongs to the journal. */
    TokenMemory memory();

    private Renewer renewer() {
        return new Renewer(journal(), LEASE);
    }

    @Test
    default void keepsEntriesInOrder() {
        CredentialName name = Entries.credential();
        RenewalId id = Entries.renewal();
        Lease lease = renewer().granted(name);
        List<Entry> first = List.of(Entries.started(id, name), new Entry.Issuing(id));
        List<Entry> second = Entries.applied(id, 20);
        journal().append(lease, first);
        journal().append(lease, second);
        assertThat(renewer().unfinished(name)).extracting(Recorded::entry).startsWith(first.toArray(Entry[]::new));
        assertThat(renewer().unfinished(name)).extracting(Recorded::entry).endsWith(second.toArray(Entry[]::new));
        assertThat(renewer().unfinished(name))
                .hasSize(22)
                .isSortedAccordingTo((a, b) -> Long.compare(a.sequence(), b.sequence()));
    }

    @Test
    default void recordsWhenAndUnderWhichLease() {
        CredentialName name = Entries.credential();
        Instant at = Instant.parse("2026-02-28T23:59:59.123Z");
        clock().set(at);
        Lease lease = renewer().granted(name);
        journal().append(lease, List.of(Entries.started(Entries.renewal(), name)));
        assertThat(renewer().unfinished(name)).singleElement().satisfies(recorded -> {
            assertThat(recorded.at()).isEqualTo(at);
            assertThat(recorded.fence()).isEqualTo(lease.fence());
        });
    }

    @Test
    default void roundTripsEveryKindOfEntry() {
        CredentialName name = Entries.credential();
        List<Entry> entries = Entries.everyKind(Entries.renewal(), name);
        journal().append(renewer().granted(name), entries);
        assertThat(renewer().history(name)).containsExactlyElementsOf(entries);
    }

    @Test
    default void handsTheUnfinishedEntriesToWhoTakesOver() {
        CredentialName name = Entries.credential();
        RenewalId id = Entries.renewal();
        journal().append(renewer().granted(name), List.of(Entries.started(id, name), new Entry.Issuing(id)));
        clock().advance(LEASE);
        assertThat(journal().acquire(name, LEASE))
                .isInstanceOfSatisfying(
                        Claim.Granted.class,
                        granted -> assertThat(granted.unfinished())
                                .extracting(Recorded::entry)
                                .containsExactly(Entries.started(id, name), new Entry.Issuing(id)));
    }

    @Test
    default void doesNotCountAFinishedRenewalAsUnfinished() {
        CredentialName name = Entries.credential();
        RenewalId finished = Entries.renewal();
        RenewalId next = Entries.renewal();
        Lease lease = renewer().granted(name);
        journal().append(lease, List.of(Entries.started(finished, name), new Entry.Finished(finished)));
        assertThat(journal().unfinished()).doesNotContainKey(name);
        journal().release(lease, List.of(Entries.started(next, name)));
        assertThat(renewer().unfinished(name)).extracting(Recorded::entry).containsExactly(Entries.started(next, name));
        assertThat(journal().acquire(name, LEASE))
                .isInstanceOfSatisfying(
                        Claim.Granted.class,
                        granted -> assertThat(granted.unfinished()).hasSize(1));
    }

    @Test
    default void tellsTheLastEntriesOldestFirst() {
        CredentialName one = Entries.credential();
        CredentialName other = Entries.credential();
        RenewalId first = Entries.renewal();
        RenewalId second = Entries.renewal();
        Lease lease = renewer().granted(one);
        journal().append(lease, List.of(Entries.started(first, one)));
        journal().append(renewer().granted(other), List.of(Entries.started(second, other)));
        journal().append(lease, List.of(new Entry.Issuing(first)));
        assertThat(journal().history(Set.of(one, other), 2))
                .extracting(Recorded::entry)
                .containsExactly(Entries.started(second, other), new Entry.Issuing(first));
        assertThat(renewer().history(one)).containsExactly(Entries.started(first, one), new Entry.Issuing(first));
        assertThat(journal().history(Set.of(), 1))
                .extracting(Recorded::entry)
                .containsExactly(new Entry.Issuing(first));
    }

    @Test
    default void losesNothingWhenManyAppendAtOnce() {
        Parallel.run(32, _ -> {
            CredentialName name = Entries.credential();
            RenewalId id = Entries.renewal();
            Lease lease = renewer().granted(name);
            List<Entry> written = new ArrayList<>();
            written.add(Entries.started(id, name));
            written.addAll(Entries.applied(id, 10));
            written.forEach(entry -> journal().append(lease, List.of(entry)));
            assertThat(renewer().history(name)).containsExactlyElementsOf(written);
        });
    }

    @Test
    default void remembersWhatWasSaidLastAboutAToken() {
        KnownToken first = known(11);
        KnownToken second = known(12);
        KnownToken changed = new KnownToken(first.fingerprint(), new TokenId(99), new UserId(99), SOME_DAY);
        memory().remember(List.of(first));
        memory().remember(List.of(second, changed, second));
        memory().remember(List.of());
        assertThat(memory().known())
                .containsEntry(first.fingerprint(), changed)
                .containsEntry(second.fingerprint(), second);
    }

    @Test
    default void tellsWhatWasProvenLastAndWhatBefore() {
        CredentialName name = Entries.credential();
        Instant at = Instant.parse("2026-02-28T23:59:59.123Z");
        clock().set(at);
        Lease lease = renewer().granted(name);
        OldToken hand = new OldToken(Optional.of(new TokenId(Long.MAX_VALUE)), new Fingerprint("00000000000f"));
        OldToken dead = new OldToken(Optional.empty(), new Fingerprint("00000000000e"));
        RenewalId first = Entries.renewal();
        journal().append(lease, List.of(new Entry.Started(first, name, List.of(hand, dead), "due")));
        assertThat(journal().pasts()).containsEntry(name, new Past(Optional.empty(), List.of(hand, dead)));
        journal().append(lease, List.of(proven(first, 1), new Entry.Finished(first)));
        RenewalId second = Entries.renewal();
        OldToken one = new OldToken(Optional.of(new TokenId(1)), token(1).fingerprint());
        journal()
                .append(
                        lease,
                        List.of(
                                new Entry.Started(second, name, List.of(one), "due"),
                                proven(second, 2),
                                new Entry.Finished(second)));
        assertThat(journal().pasts())
                .containsEntry(name, new Past(Optional.of(new Past.Proof(token(2), at)), List.of(one, hand, dead)));
    }

    @Test
    default void anAdoptedTokenStandsAloneAndIsWhatCounts() {
        CredentialName name = Entries.credential();
        Instant at = Instant.parse("2026-02-28T23:59:59.123Z");
        clock().set(at);
        Entry adopted = new Entry.Adopted(Entries.renewal(), name, token(7));
        journal().release(renewer().granted(name), List.of(adopted));
        assertThat(journal().unfinished()).doesNotContainKey(name);
        assertThat(renewer().history(name)).containsExactly(adopted);
        assertThat(journal().pasts())
                .containsEntry(name, new Past(Optional.of(new Past.Proof(token(7), at)), List.of()));
        RenewalId next = Entries.renewal();
        journal().append(renewer().granted(name), List.of(Entries.started(next, name)));
        assertThat(journal().unfinished()).containsKey(name);
    }

    private static TokenRef token(long id) {
        return new TokenRef(new TokenId(id), new Fingerprint("%012x".formatted(id)));
    }

    private static Entry proven(RenewalId renewal, long id) {
        return new Entry.Proven(renewal, token(id), new TreeSet<>());
    }

    private static KnownToken known(long id) {
        return new KnownToken(
                Secret.of(Entries.renewal().value()).fingerprint(), new TokenId(id), new UserId(7), SOME_DAY);
    }
}
