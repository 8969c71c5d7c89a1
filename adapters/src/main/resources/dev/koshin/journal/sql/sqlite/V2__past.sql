-- What the entries say about the values of each credential, added up; written with them in the same transaction.
-- "earlier" is a list of ID/FINGERPRINT or /FINGERPRINT, newest first.
CREATE TABLE koshin_past (
    credential  TEXT    NOT NULL PRIMARY KEY,
    token_id    INTEGER,
    fingerprint TEXT,
    at_millis   INTEGER,
    earlier     TEXT    NOT NULL
);

-- What was known does not say since when, so it is asked again: it costs calls, nothing else.
DROP TABLE koshin_known_token;
CREATE TABLE koshin_known_token (
    fingerprint TEXT    NOT NULL PRIMARY KEY,
    token_id    INTEGER NOT NULL,
    user_id     INTEGER NOT NULL,
    at_millis   INTEGER NOT NULL
);

-- The version of GitLab that was last seen; one row.
CREATE TABLE koshin_gitlab (
    id           INTEGER NOT NULL PRIMARY KEY,
    version      TEXT    NOT NULL,
    since_millis INTEGER NOT NULL,
    earlier      TEXT
);
