package dev.koshin.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.journal.Claim;
import dev.koshin.journal.Entry;
import dev.koshin.journal.KnownToken;
import dev.koshin.journal.Lease;
import dev.koshin.journal.Past;
import dev.koshin.journal.ServerMemory;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.RenewalId;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.model.UserId;
import dev.koshin.testkit.JournalContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        KnownToken token =
                new KnownToken(new Fingerprint("00000000abcd"), new TokenId(5), new UserId(6), Instant.EPOCH);
        try (SqlJournals.Opened reader = place().read()) {
            reader.remember(List.of(token));
        }
        assertThat(journal().known()).containsEntry(token.fingerprint(), token);
    }

    @Test
    default void remembersWhichGitLabWasSeenAndWhichBefore() {
        Instant at = Instant.parse("2026-11-24T00:00:00.123Z");
        try (SqlJournals.Opened reader = place().read()) {
            reader.saw("17.11.7-ee", at);
            reader.saw("17.11.7-ee", at.plusSeconds(60));
        }
        assertThat(journal().server()).contains(new ServerMemory.ServerSeen("17.11.7-ee", at, Optional.empty()));
        journal().saw("18.11.5", at.plusSeconds(120));
        assertThat(journal().server())
                .contains(new ServerMemory.ServerSeen("18.11.5", at.plusSeconds(120), Optional.of("17.11.7-ee")));
    }

    /** 10,000 credentials, each renewed for years: a look reads one row for each, not the entries. */
    @Test
    default void addsUpWhatALookNeeds() {
        CredentialName name = Samples.credential();
        Lease lease = Samples.granted(journal(), name);
        for (int i = 1; i <= 40; i++) {
            RenewalId id = RenewalId.random(Samples.RANDOM);
            TokenRef fresh = new TokenRef(new TokenId(i), new Fingerprint("%012x".formatted(i)));
            journal()
                    .append(
                            lease,
                            List.of(
                                    Samples.started(id, name),
                                    new Entry.Proven(id, fresh, new TreeSet<>()),
                                    new Entry.Finished(id)));
        }
        assertThat(journal().pasts().getOrDefault(name, Past.NONE).earlier()).hasSize(Past.MOST);
        place().execute("DELETE FROM koshin_entry");
        assertThat(journal().pasts().getOrDefault(name, Past.NONE).last())
                .hasValueSatisfying(proof -> assertThat(proof.token().id()).isEqualTo(new TokenId(40)));
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
