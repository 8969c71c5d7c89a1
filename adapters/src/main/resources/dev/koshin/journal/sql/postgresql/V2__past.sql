-- What the entries say about the values of each credential, added up; written with them in the same transaction.
-- "earlier" is a list of ID/FINGERPRINT or /FINGERPRINT, newest first.
CREATE TABLE koshin_past (
    credential  VARCHAR(300) COLLATE "C" NOT NULL PRIMARY KEY,
    token_id    BIGINT,
    fingerprint CHAR(12),
    at_millis   BIGINT,
    earlier     TEXT NOT NULL
);

-- What was known does not say since when, so it is asked again: it costs calls, nothing else.
DROP TABLE koshin_known_token;
CREATE TABLE koshin_known_token (
    fingerprint CHAR(12) NOT NULL PRIMARY KEY,
    token_id    BIGINT   NOT NULL,
    user_id     BIGINT   NOT NULL,
    at_millis   BIGINT   NOT NULL
);

-- The version of GitLab that was last seen; one row.
CREATE TABLE koshin_gitlab (
    id           INTEGER NOT NULL PRIMARY KEY,
    version      TEXT    NOT NULL,
    since_millis BIGINT  NOT NULL,
    earlier      TEXT
);
