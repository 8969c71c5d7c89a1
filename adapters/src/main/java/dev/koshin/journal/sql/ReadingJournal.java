package dev.koshin.journal.sql;

import dev.koshin.journal.Claim;
import dev.koshin.journal.Entry;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.journal.KnownToken;
import dev.koshin.journal.Lease;
import dev.koshin.journal.Past;
import dev.koshin.journal.Recorded;
import dev.koshin.journal.ServerMemory.ServerSeen;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A journal that was opened to look.
 *
 * @param questions empty if there is no journal yet
 */
record ReadingJournal(Optional<Questions> questions) implements SqlJournals.Opened {

    @Override
    public Claim acquire(CredentialName credential, Duration time) {
        throw readOnly();
    }

    @Override
    public void append(Lease lease, List<Entry> entries) {
        throw readOnly();
    }

    @Override
    public void release(Lease lease, List<Entry> last) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("this journal was opened to look, not to renew");
    }

    @Override
    public Map<CredentialName, List<Recorded>> unfinished() {
        return questions.map(Questions::unfinished).orElse(Map.of());
    }

    @Override
    public Map<CredentialName, Past> pasts() {
        return questions.map(Questions::pasts).orElse(Map.of());
    }

    @Override
    public Optional<ServerSeen> server() {
        return questions.flatMap(Questions::server);
    }

    @Override
    public void saw(String version, Instant at) {
        try {
            questions.ifPresent(open -> open.saw(version, at));
        } catch (JournalUnavailable _) {
            // only the note is lost
        }
    }

    @Override
    public List<Recorded> history(Set<CredentialName> credentials, int limit) {
        return questions.map(open -> open.history(credentials, limit)).orElse(List.of());
    }

    @Override
    public Map<Fingerprint, KnownToken> known() {
        return questions.map(Questions::known).orElse(Map.of());
    }

    @Override
    public void remember(Collection<KnownToken> tokens) {
        try {
            questions.ifPresent(open -> open.remember(tokens));
        } catch (JournalUnavailable _) {
            // what is not remembered is asked again: it costs calls, nothing else
        }
    }

    @Override
    public void close() {
        questions.ifPresent(open -> open.reads().close());
    }
}
