package dev.koshin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.journal.Claim;
import dev.koshin.journal.Entry;
import dev.koshin.journal.Journal;
import dev.koshin.journal.Lease;
import dev.koshin.journal.LeaseLost;
import dev.koshin.model.CredentialName;
import dev.koshin.model.RenewalId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every journal holds to about leases; a part of {@link JournalContract}. */
public interface LeaseContract {
    /** How long the contract's leases last. */
    Duration LEASE = Duration.ofMinutes(5);

    /** The journal to prove, which reads the time from {@link #clock}; the same throughout one test. */
    Journal journal();

    /** The time that the journal believes in. */
    SettableClock clock();

    private Renewer renewer() {
        return new Renewer(journal(), LEASE);
    }

    @Test
    default void grantsALeaseToOneHolderOnly() {
        CredentialName name = Entries.credential();
        renewer().granted(name);
        assertThat(journal().acquire(name, LEASE)).isInstanceOfSatisfying(Claim.HeldBy.class, held -> {
            assertThat(held.holder()).isNotBlank();
            assertThat(held.until()).isEqualTo(clock().instant().plus(LEASE));
        });
    }

    @Test
    default void takesOverALeaseWhoseTimeIsOver() {
        CredentialName name = Entries.credential();
        Lease first = renewer().granted(name);
        clock().advance(LEASE);
        assertThat(renewer().granted(name).fence()).isGreaterThan(first.fence());
    }

    @Test
    default void extendsALeaseWithEveryAppend() {
        CredentialName name = Entries.credential();
        Lease lease = renewer().granted(name);
        clock().advance(LEASE.minusMinutes(1));
        journal().append(lease, List.of(Entries.started(Entries.renewal(), name)));
        clock().advance(LEASE.minusMinutes(1));
        assertThat(journal().acquire(name, LEASE)).isInstanceOf(Claim.HeldBy.class);
    }

    @Test
    default void acceptsAnAppendAfterTheTimeIsOverAsLongAsNobodyTookOver() {
        CredentialName name = Entries.credential();
        Lease lease = renewer().granted(name);
        clock().advance(LEASE.multipliedBy(2));
        journal().append(lease, List.of(Entries.started(Entries.renewal(), name)));
        assertThat(renewer().unfinished(name)).hasSize(1);
    }

    @Test
    default void refusesAnAppendAfterATakeoverAndLeavesNothingOfIt() {
        CredentialName name = Entries.credential();
        RenewalId id = Entries.renewal();
        Lease lost = renewer().granted(name);
        journal().append(lost, List.of(Entries.started(id, name)));
        clock().advance(LEASE);
        Lease held = renewer().granted(name);
        assertThatThrownBy(() -> journal().append(lost, Entries.applied(id, 3))).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> journal().release(lost, List.of(new Entry.Finished(id))))
                .isInstanceOf(LeaseLost.class);
        journal().append(held, List.of(new Entry.Issuing(id)));
        assertThat(renewer().history(name)).containsExactly(Entries.started(id, name), new Entry.Issuing(id));
    }

    @Test
    default void letsAnotherAcquireAfterARelease() {
        CredentialName name = Entries.credential();
        RenewalId id = Entries.renewal();
        Lease first = renewer().granted(name);
        journal().release(first, List.of(Entries.started(id, name)));
        Lease second = renewer().granted(name);
        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(renewer().history(name)).containsExactly(Entries.started(id, name));
        assertThatThrownBy(() -> journal().append(first, List.of(new Entry.Issuing(id))))
                .isInstanceOf(LeaseLost.class);
    }

    @Test
    default void acceptsNothingUnderAReleasedLease() {
        CredentialName name = Entries.credential();
        Lease released = renewer().granted(name);
        journal().release(released, List.of());
        assertThatThrownBy(() -> journal().append(released, List.of(Entries.started(Entries.renewal(), name))))
                .isInstanceOf(LeaseLost.class);
        assertThat(renewer().history(name)).isEmpty();
    }

    @Test
    default void doesNotHurtOthersWhenOneLeaseIsLost() {
        List<Lease> leases = new ArrayList<>();
        IntStream.range(0, 32).forEach(_ -> leases.add(renewer().granted(Entries.credential())));
        List<Lease> lost = leases.subList(0, 16);
        clock().advance(LEASE);
        lost.forEach(lease -> renewer().granted(lease.credential()));
        Parallel.run(32, i -> {
            Lease lease = leases.get(i);
            List<Entry> entries = List.of(Entries.started(Entries.renewal(), lease.credential()));
            if (lost.contains(lease)) {
                assertThatThrownBy(() -> journal().append(lease, entries)).isInstanceOf(LeaseLost.class);
                assertThat(renewer().history(lease.credential())).isEmpty();
            } else {
                journal().append(lease, entries);
                assertThat(renewer().history(lease.credential())).containsExactlyElementsOf(entries);
            }
        });
    }

    @Test
    default void grantsOneOfManyWhoAskAtOnce() {
        CredentialName name = Entries.credential();
        List<Claim> claims = new ArrayList<>();
        Parallel.run(16, _ -> {
            Claim claim = journal().acquire(name, LEASE);
            synchronized (claims) {
                claims.add(claim);
            }
        });
        assertThat(claims)
                .hasSize(16)
                .filteredOn(Claim.Granted.class::isInstance)
                .hasSize(1);
    }
}
