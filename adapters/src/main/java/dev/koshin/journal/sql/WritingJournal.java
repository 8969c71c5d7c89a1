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
 * A journal that was opened to renew.
 *
 * @param lock what keeps others from writing the same SQLite file
 */
record WritingJournal(Writer writer, Questions questions, Optional<LockFile> lock) implements SqlJournals.Opened {
    private static final EntryCodec CODEC = new EntryCodec();

    @Override
    public Claim acquire(CredentialName credential, Duration time) {
        Answer<Claim> answer = new Answer<>();
        return writer.await(new Work.Acquire(credential, time, answer), answer);
    }

    @Override
    public void append(Lease lease, List<Entry> entries) {
        append(lease, entries, false);
    }

    @Override
    public void release(Lease lease, List<Entry> last) {
        append(lease, last, true);
    }

    private void append(Lease lease, List<Entry> entries, boolean last) {
        Answer<Lease> answer = new Answer<>();
        List<Line> lines = entries.stream().map(CODEC::encode).toList();
        var _ = writer.await(new Work.Append(lease, lines, last, answer), answer);
    }

    @Override
    public Map<CredentialName, List<Recorded>> unfinished() {
        return questions.unfinished();
    }

    @Override
    public Map<CredentialName, Past> pasts() {
        return questions.pasts();
    }

    @Override
    public Optional<ServerSeen> server() {
        return questions.server();
    }

    @Override
    public void saw(String version, Instant at) {
        try {
            questions.saw(version, at);
        } catch (JournalUnavailable _) {
            // only the note is lost
        }
    }

    @Override
    public List<Recorded> history(Set<CredentialName> credentials, int limit) {
        return questions.history(credentials, limit);
    }

    @Override
    public Map<Fingerprint, KnownToken> known() {
        return questions.known();
    }

    @Override
    public void remember(Collection<KnownToken> tokens) {
        Answer<Collection<KnownToken>> answer = new Answer<>();
        try {
            var _ = writer.await(new Work.Remember(List.copyOf(tokens), answer), answer);
        } catch (JournalUnavailable _) {
            // what is not remembered is asked again: it costs calls, nothing else
        }
    }

    @Override
    public void close() {
        writer.close();
        questions.reads().close();
        lock.ifPresent(LockFile::close);
    }
}
