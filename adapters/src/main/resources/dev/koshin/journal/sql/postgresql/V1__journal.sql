CREATE TABLE koshin_entry (
    seq        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    renewal    VARCHAR(16) NOT NULL,
    credential VARCHAR(300) COLLATE "C" NOT NULL,
    fence      BIGINT      NOT NULL,
    at_millis  BIGINT      NOT NULL,
    kind       VARCHAR(32) NOT NULL,
    payload    TEXT        NOT NULL
);
CREATE INDEX koshin_entry_renewal ON koshin_entry (renewal, seq);
CREATE INDEX koshin_entry_credential ON koshin_entry (credential, seq);

-- One row for each credential that was ever leased. "renewal" is its unfinished renewal, so that there is one at most.
CREATE TABLE koshin_lease (
    credential   VARCHAR(300) COLLATE "C" NOT NULL PRIMARY KEY,
    fence        BIGINT NOT NULL,
    holder       TEXT,
    until_millis BIGINT NOT NULL,
    time_millis  BIGINT NOT NULL,
    renewal      VARCHAR(16)
);

CREATE TABLE koshin_known_token (
    fingerprint CHAR(12) NOT NULL PRIMARY KEY,
    token_id    BIGINT   NOT NULL,
    user_id     BIGINT   NOT NULL
);
