package dev.koshin.journal.sql;

import org.jdbi.v3.core.Handle;

/** The journal's tables, seen through one connection. */
record Tables(EntryTable entries, LeaseTable leases, TokenTable tokens, PastTable pasts) {
    static Tables of(Handle handle, Dialect dialect) {
        return new Tables(
                new EntryTable(handle),
                new LeaseTable(handle, dialect),
                new TokenTable(handle, dialect),
                new PastTable(handle, dialect));
    }
}
