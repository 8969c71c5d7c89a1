-- "IF NOT EXISTS", because MariaDB and MySQL cannot undo the first statements when a later one is cut off.
-- "utf8mb4_bin", because names that differ in case or accents are different names.
CREATE TABLE IF NOT EXISTS koshin_entry (
    seq        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    renewal    VARCHAR(16)  NOT NULL,
    credential VARCHAR(300) NOT NULL,
    fence      BIGINT       NOT NULL,
    at_millis  BIGINT       NOT NULL,
    kind       VARCHAR(32)  NOT NULL,
    payload    MEDIUMTEXT   NOT NULL,
    INDEX koshin_entry_renewal (renewal, seq),
    INDEX koshin_entry_credential (credential, seq)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row for each credential that was ever leased. "renewal" is its unfinished renewal, so that there is one at most.
CREATE TABLE IF NOT EXISTS koshin_lease (
    credential   VARCHAR(300) NOT NULL PRIMARY KEY,
    fence        BIGINT       NOT NULL,
    holder       TEXT,
    until_millis BIGINT       NOT NULL,
    time_millis  BIGINT       NOT NULL,
    renewal      VARCHAR(16)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS koshin_known_token (
    fingerprint CHAR(12) NOT NULL PRIMARY KEY,
    token_id    BIGINT   NOT NULL,
    user_id     BIGINT   NOT NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
