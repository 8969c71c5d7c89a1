package dev.koshin.renew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.koshin.inventory.Credential;
import dev.koshin.journal.Claim;
import dev.koshin.journal.Entry;
import dev.koshin.journal.Journal;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.journal.Lease;
import dev.koshin.journal.Past;
import dev.koshin.journal.Recorded;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issued;
import dev.koshin.spi.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** If the journal cannot be written, nothing is called. */
final class JournalDownTest {
    private final World world = new World(1, World.AT_ONCE);
    private final AtomicInteger calls = new AtomicInteger();

    /** A journal that cannot write those entries, and in which nothing can be asked if {@code refuse} takes nothing. */
    private record Down(Journal journal, boolean acquires, Predicate<Entry> refuse) implements Journal {
        private static JournalUnavailable unavailable() {
            return new JournalUnavailable(
                    Problem.of(Reason.JOURNAL_UNAVAILABLE, "disk full"), new IllegalStateException("disk full"));
        }

        private void check(List<Entry> entries) {
            if (entries.stream().anyMatch(refuse)) {
                throw unavailable();
            }
        }

        @Override
        public Claim acquire(CredentialName credential, Duration time) {
            if (!acquires) {
                throw unavailable();
            }
            return journal.acquire(credential, time);
        }

        @Override
        public void append(Lease lease, List<Entry> entries) {
            check(entries);
            journal.append(lease, entries);
        }

        @Override
        public void release(Lease lease, List<Entry> last) {
            check(last);
            journal.release(lease, last);
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
    }

    private void down(String entry) {
        world.scribe = journal ->
                new Down(journal, true, one -> one.getClass().getSimpleName().equals(entry));
    }

    private void assertThatItIsUnavailable() {
        assertThatExceptionOfType(JournalUnavailable.class)
                .isThrownBy(world::run)
                .satisfies(down -> assertThat(down.problem().reason()).isEqualTo(Reason.JOURNAL_UNAVAILABLE));
    }

    @Test
    void without_a_lease_nothing_is_called() {
        world.scribe = journal -> new Down(journal, false, _ -> false);
        var seen = world.look();
        int before = world.callsMade();
        assertThatExceptionOfType(JournalUnavailable.class).isThrownBy(() -> world.run(seen));
        assertThat(world.callsMade()).isEqualTo(before);
    }

    @Test
    void without_the_entry_before_it_no_token_is_asked_for() {
        world.issuer = issuer -> new IssuerAround(issuer) {
            @Override
            public Effect<Issued> issue(TokenRequest request) {
                calls.incrementAndGet();
                return super.issue(request);
            }
        };
        down("Issuing");
        assertThatItIsUnavailable();
        assertThat(calls).hasValue(0);
        assertThat(world.entries()).isEmpty();
    }

    @Test
    void without_the_entry_before_it_nothing_is_revoked() {
        down("Revoking");
        assertThatItIsUnavailable();
        assertThat(world.gitlab.live(world.account)).hasSize(2);
        assertThat(world.gitlab.accepts(world.old.secret())).isTrue();
    }

    @Test
    void without_the_proof_nothing_is_revoked() {
        down("Proven");
        assertThatItIsUnavailable();
        assertThat(world.gitlab.accepts(world.old.secret())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Issuing", "Delivered", "Applied", "Proven", "RetireAfter", "Revoking", "Revoked", "Finished"})
    void whichever_entry_could_not_be_written_the_next_run_ends_well(String entry) {
        down(entry);
        assertThatItIsUnavailable();
        assertThat(world.held())
                .allMatch(held ->
                        held instanceof dev.koshin.spi.Held.Value(Secret secret) && world.gitlab.accepts(secret));
        world.scribe = UnaryOperator.identity();
        world.clock.advance(Duration.ofMinutes(11));
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        List<Token> live = world.gitlab.live(world.account);
        assertThat(live).hasSize(1);
        assertThat(world.look().live()).isEqualTo(live);
    }

    @Test
    void a_credential_needs_a_target() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Credential(
                        World.NAME,
                        "ITA_ORG_A",
                        world.gitlab.issuer("ITA_ORG_A"),
                        List.of(),
                        dev.koshin.spi.Consumers.readingEachTime(),
                        World.AT_ONCE,
                        new java.util.TreeSet<>()))
                .withMessageContaining(World.NAME.value());
    }
}
