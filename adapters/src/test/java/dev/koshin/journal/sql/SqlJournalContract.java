package dev.koshin.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.journal.Claim;
import dev.koshin.journal.Entry;
import dev.koshin.journal.KnownToken;
import dev.koshin.journal.Lease;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.RenewalId;
import dev.koshin.model.TokenId;
import dev.koshin.model.UserId;
import dev.koshin.testkit.JournalContract;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every database beside the contract. */
interface SqlJournalContract extends JournalContract {
    /** Where the journal is. */
    Place place();

    @Override
    SqlJournals.Opened journal();

    @Override
    default SqlJournals.Opened memory() {
        return journal();
    }

    @Test
    default void canBeReadBesideAWriter() {
        CredentialName name = Samples.credential();
        Entry started = Samples.started(RenewalId.random(Samples.RANDOM), name);
        try (SqlJournals.Opened reader = place().read()) {
            Lease lease = Samples.granted(journal(), name);
            journal().append(lease, List.of(started));
            assertThat(reader.unfinished().get(name))
                    .singleElement()
                    .satisfies(recorded -> assertThat(recorded.entry()).isEqualTo(started));
            assertThat(reader.history(Set.of(name), 10)).hasSize(1);
        }
    }

    @Test
    default void remembersFromAProcessThatOnlyReads() {
        KnownToken token = new KnownToken(new Fingerprint("00000000abcd"), new TokenId(5), new UserId(6));
        try (SqlJournals.Opened reader = place().read()) {
            reader.remember(List.of(token));
        }
        assertThat(journal().known()).containsEntry(token.fingerprint(), token);
    }

    @Test
    default void refusesToRenewWhenOpenedToRead() {
        try (SqlJournals.Opened reader = place().read()) {
            assertThatThrownBy(() -> reader.acquire(Samples.credential(), Duration.ofMinutes(1)))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    default void refusesEntriesThatDoNotBelongToTheUnfinishedRenewal() {
        CredentialName name = Samples.credential();
        RenewalId id = RenewalId.random(Samples.RANDOM);
        RenewalId other = RenewalId.random(Samples.RANDOM);
        Lease lease = Samples.granted(journal(), name);
        journal().append(lease, List.of(Samples.started(id, name)));
        for (Entry wrong : List.of(Samples.started(other, name), new Entry.Issuing(other), new Entry.Finished(other))) {
            assertThatThrownBy(() -> journal().append(lease, List.of(new Entry.Issuing(id), wrong)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(journal().history(Set.of(name), 10)).hasSize(1);
    }

    @Test
    default void tellsNamesApartThatDifferInCaseOrAccentOnly() {
        Samples.granted(journal(), new CredentialName("Über/Ａ"));
        for (String other : List.of("über/Ａ", "Uber/Ａ", "Über/A", "Über/ａ")) {
            assertThat(journal().acquire(new CredentialName(other), Duration.ofMinutes(1)))
                    .isInstanceOf(Claim.Granted.class);
        }
    }

    @Test
    default void asksAboutMoreNamesThanOneQuestionHolds() {
        Set<CredentialName> many = Samples.credentials(2500);
        CredentialName last = List.copyOf(many).getLast();
        Samples.write(journal(), last);
        assertThat(journal().history(many, 10)).hasSize(1);
    }
}
