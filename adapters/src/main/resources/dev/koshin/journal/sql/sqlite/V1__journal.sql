CREATE TABLE koshin_entry (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    renewal    TEXT    NOT NULL,
    credential TEXT    NOT NULL,
    fence      INTEGER NOT NULL,
    at_millis  INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    payload    TEXT    NOT NULL
);
CREATE INDEX koshin_entry_renewal ON koshin_entry (renewal, seq);
CREATE INDEX koshin_entry_credential ON koshin_entry (credential, seq);

-- One row for each credential that was ever leased. "renewal" is its unfinished renewal, so that there is one at most.
CREATE TABLE koshin_lease (
    credential   TEXT    NOT NULL PRIMARY KEY,
    fence        INTEGER NOT NULL,
    holder       TEXT,
    until_millis INTEGER NOT NULL,
    time_millis  INTEGER NOT NULL,
    renewal      TEXT
);

CREATE TABLE koshin_known_token (
    fingerprint TEXT    NOT NULL PRIMARY KEY,
    token_id    INTEGER NOT NULL,
    user_id     INTEGER NOT NULL
);
