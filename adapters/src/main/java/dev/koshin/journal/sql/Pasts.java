package dev.koshin.journal.sql;

import dev.koshin.journal.Past;
import dev.koshin.journal.Recorded;
import dev.koshin.model.CredentialName;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Adds up what a journal of an older version has not added up: reads each entry that counts, once and in order. */
record Pasts(EntryReader reader) {
    Map<CredentialName, Past> of(Handle handle) {
        Map<CredentialName, Past> pasts = new HashMap<>();
        new EntryTable(handle).aboutValues((name, row) -> {
            Recorded recorded = reader.read(row);
            pasts.put(name, pasts.getOrDefault(name, Past.NONE).after(recorded.entry(), recorded.at()));
        });
        return pasts;
    }
}
