package dev.koshin.journal.sql;

import dev.koshin.journal.KnownToken;
import dev.koshin.journal.Recorded;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the journal can be asked, for writing or not. */
record Questions(Reads reads, EntryReader reader, Dialect dialect) {

    Map<CredentialName, List<Recorded>> unfinished() {
        Map<CredentialName, List<Recorded>> unfinished = new LinkedHashMap<>();
        reads.ask(handle -> new EntryTable(handle).unfinished())
                .forEach((credential, rows) -> unfinished.put(credential, reader.readAll(rows)));
        return unfinished;
    }

    List<Recorded> history(Set<CredentialName> credentials, int limit) {
        return reader.readAll(reads.ask(handle -> new EntryTable(handle).last(credentials, limit)));
    }

    Map<Fingerprint, KnownToken> known() {
        return reads.ask(handle -> new TokenTable(handle, dialect).all());
    }

    /** Adds to what is known, beside whoever renews at this moment. */
    void remember(Collection<KnownToken> tokens) {
        var _ = reads.ask(handle -> {
            handle.execute(dialect.begin());
            new TokenTable(handle, dialect).add(tokens);
            return handle.execute("COMMIT");
        });
    }
}
