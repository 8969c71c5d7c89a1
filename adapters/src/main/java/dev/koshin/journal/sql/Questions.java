package dev.koshin.journal.sql;

import dev.koshin.journal.KnownToken;
import dev.koshin.journal.Past;
import dev.koshin.journal.Recorded;
import dev.koshin.journal.ServerMemory.ServerSeen;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the journal can be asked, for writing or not. */
record Questions(Reads reads, EntryReader reader, Dialect dialect, boolean withPast) {

    Map<CredentialName, List<Recorded>> unfinished() {
        Map<CredentialName, List<Recorded>> unfinished = new LinkedHashMap<>();
        reads.ask(handle -> new EntryTable(handle).unfinished())
                .forEach((credential, rows) -> unfinished.put(credential, reader.readAll(rows)));
        return unfinished;
    }

    List<Recorded> history(Set<CredentialName> credentials, int limit) {
        return reader.readAll(reads.ask(handle -> new EntryTable(handle).last(credentials, limit)));
    }

    /** A journal that was not written since an update of Koshin is added up from its entries. */
    Map<CredentialName, Past> pasts() {
        return reads.ask(handle -> withPast ? new PastTable(handle, dialect).all() : new Pasts(reader).of(handle));
    }

    Optional<ServerSeen> server() {
        return withPast ? reads.ask(handle -> new ServerTable(handle, dialect).read()) : Optional.empty();
    }

    /** Beside whoever renews at this moment. */
    void saw(String version, Instant at) {
        if (withPast) {
            ServerSeen first = new ServerSeen(version, at, Optional.empty());
            ServerSeen seen = server().map(before -> before.then(version, at)).orElse(first);
            var _ = reads.ask(handle -> {
                new ServerTable(handle, dialect).write(seen);
                return seen;
            });
        }
    }

    Map<Fingerprint, KnownToken> known() {
        return !withPast ? Map.of() : reads.ask(handle -> new TokenTable(handle, dialect).all());
    }

    /** Adds to what is known, beside whoever renews at this moment. */
    void remember(Collection<KnownToken> tokens) {
        if (!withPast) {
            return;
        }
        var _ = reads.ask(handle -> {
            handle.execute(dialect.begin());
            new TokenTable(handle, dialect).add(tokens);
            return handle.execute("COMMIT");
        });
    }
}
