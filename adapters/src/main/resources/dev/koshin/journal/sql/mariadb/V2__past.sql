-- What the entries say about the values of each credential, added up; written with them in the same transaction.
-- "earlier" is a list of ID/FINGERPRINT or /FINGERPRINT, newest first.
CREATE TABLE IF NOT EXISTS koshin_past (
    credential  VARCHAR(300) NOT NULL PRIMARY KEY,
    token_id    BIGINT,
    fingerprint CHAR(12),
    at_millis   BIGINT,
    earlier     TEXT         NOT NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What was known does not say since when, so it is asked again: it costs calls, nothing else.
DROP TABLE IF EXISTS koshin_known_token;
CREATE TABLE IF NOT EXISTS koshin_known_token (
    fingerprint CHAR(12) NOT NULL PRIMARY KEY,
    token_id    BIGINT   NOT NULL,
    user_id     BIGINT   NOT NULL,
    at_millis   BIGINT   NOT NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The version of GitLab that was last seen; one row.
CREATE TABLE IF NOT EXISTS koshin_gitlab (
    id           INTEGER     NOT NULL PRIMARY KEY,
    version      VARCHAR(64) NOT NULL,
    since_millis BIGINT      NOT NULL,
    earlier      VARCHAR(64)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
