package dev.koshin.model;

import java.util.Locale;

/**
 * Every way in which a step can go wrong; a closed set, because each has a message and a remedy in every language and a
 * row in the reference. The same code appears in text, JSON, logs and metrics.
 */
public enum Reason {
    // GitLab as a whole
    GITLAB_UNREACHABLE,
    GITLAB_UNTRUSTED,
    GITLAB_TIMEOUT,
    GITLAB_BOOTING,
    GITLAB_RATE_LIMITED,
    GITLAB_NOT_JSON,
    GITLAB_FAILED,
    GITLAB_REFUSED,
    GITLAB_MOVED,
    /** A call that any working token may make is forbidden. */
    GITLAB_BARS_CALLER,
    GITLAB_TOO_OLD,
    GITLAB_VERSION_UNKNOWN,
    // the token that Koshin itself works with
    ADMIN_TOKEN_UNRESOLVED,
    ADMIN_TOKEN_UNKNOWN,
    ADMIN_TOKEN_EXPIRED,
    ADMIN_TOKEN_REVOKED,
    ADMIN_TOKEN_EXPIRES_SOON,
    ADMIN_NOT_ADMIN,
    ADMIN_MODE_ON,
    ADMIN_SCOPE_MISSING,
    CLOCK_DIFFERS,
    // the user that a credential belongs to
    USER_MISSING(Remedy.DECIDE),
    USER_BLOCKED(Remedy.DECIDE),
    USER_DIFFERS(Remedy.DECIDE),
    // the new token
    TOKEN_DOES_NOT_WORK,
    TOKEN_DIFFERS(Remedy.DECIDE),
    TOKEN_SCOPES_MISSING(Remedy.DECIDE),
    TOKEN_EXPIRY_REFUSED,
    TOKEN_EXPIRES_TOO_SOON(Remedy.DECIDE),
    TOKEN_LOST_TOO_OFTEN(Remedy.DECIDE),
    /** Another token would have them too, as they come from GitLab's settings. */
    TOKEN_CHARACTERS_UNFIT(Remedy.DECIDE),
    /** By chance: another token will do. */
    TOKEN_UNFIT_FOR_TARGET,
    /** A target holds a live token that Koshin neither made nor replaced, although it proved another one there. */
    TOKEN_MADE_BY_HAND(Remedy.DECIDE),
    /** GitLab was restored from a backup and gave the id of a token that is to go to another one. */
    TOKEN_ID_REUSED,
    ADOPTED_NOT_LIVE(Remedy.DECIDE),
    ADOPTED_SCOPES_MISSING(Remedy.DECIDE),
    // the ways to a new token that need no administrator's token
    RAILS_UNREACHABLE,
    RAILS_FAILED,
    RAILS_TIMEOUT,
    SIGN_IN_REFUSED,
    SIGN_IN_PASSWORD_OFF,
    SIGN_IN_SECOND_FACTOR,
    SIGN_IN_TERMS,
    SIGN_IN_PASSWORD_EXPIRED,
    SIGN_IN_UNCONFIRMED,
    /** GitLab takes the form for a forged one. */
    SIGN_IN_FORM_REJECTED,
    SIGN_IN_PAGE_UNKNOWN,
    PROMPT_UNAVAILABLE,
    PASTED_NOT_LIVE,
    PASTED_NOT_NEW,
    PASTED_OF_ANOTHER_RENEWAL,
    PASTED_WRONG_TOO_OFTEN,
    // a target
    TARGET_UNREACHABLE,
    TARGET_LOGIN_REFUSED,
    /** The container has no command-line client of its database. */
    DATABASE_CLIENT_MISSING,
    TARGET_TABLE_MISSING,
    TARGET_COLUMN_MISSING,
    TARGET_FILE_UNUSABLE,
    TARGET_NOT_EDITABLE,
    TARGET_HOLDS_PLACEHOLDER,
    TARGET_WIPES_DATA,
    TARGET_NOT_WRITABLE,
    TARGET_ROW_MISSING(Remedy.DECIDE),
    TARGET_ROW_NOT_UNIQUE(Remedy.DECIDE),
    TARGET_TOO_NARROW(Remedy.DECIDE),
    TARGET_CHANGED,
    TARGET_MORE_CHANGED(Remedy.DECIDE),
    TARGET_HOLDS_FOREIGN(Remedy.DECIDE),
    TARGET_HOLDS_UNKNOWN(Remedy.DECIDE),
    TARGETS_DIFFER(Remedy.DECIDE),
    TARGET_KEEPS_CHANGING(Remedy.DECIDE),
    TARGET_FAILED,
    // consumers
    USES_UNREADABLE,
    /** No workspace shows its executions. */
    WORKSPACES_INVISIBLE,
    APPLY_FAILED,
    /** A consumer was made to read again, and holds something else than the new value. */
    CONSUMER_HOLDS_OTHER,
    /** A consumer is started again and again. */
    CONSUMER_LOOPS,
    ENGINE_UNREACHABLE,
    // the way back
    BACKUP_UNUSABLE,
    /** What is kept cannot be opened, whatever the identity. */
    BACKUP_DAMAGED,
    BACKUP_NOT_CONFIGURED,
    IDENTITY_UNUSABLE,
    /** What is kept was sealed to other recipients. */
    IDENTITY_UNFIT,
    ROLLBACK_TOO_LATE,
    ROLLBACK_NOTHING_KEPT,
    /** The token to go back to works no longer. */
    ROLLBACK_TOKEN_DEAD,
    /** Some targets hold the old token again, perhaps not all. */
    ROLLBACK_UNFINISHED(Remedy.DECIDE),
    /** Done; renewing it again at once is not what the person wants. */
    ROLLED_BACK(Remedy.DECIDE),
    // a secret reference
    SECRET_UNRESOLVED,
    // the journal
    JOURNAL_UNAVAILABLE,
    JOURNAL_NEWER,
    JOURNAL_IN_USE,
    LEASE_HELD,
    LEASE_LOST,
    // the configuration
    CONFIG_MISSING,
    CONFIG_UNREADABLE,
    CONFIG_NOT_YAML,
    CONFIG_KEY_UNKNOWN,
    CONFIG_KEY_MISSING,
    CONFIG_KEY_TWICE,
    CONFIG_WRONG_TYPE,
    CONFIG_BAD_VALUE,
    /** It is there already, and nobody said that it may be replaced. */
    CONFIG_EXISTS,
    CONFIG_NOT_WRITTEN,
    // what a configuration is written for
    INSTALLATION_NOT_FOUND,
    INSTALLATION_AMBIGUOUS,
    INSTALLATION_WITHOUT_GITLAB,
    CREDENTIAL_UNKNOWN,
    // what doctor finds besides
    CREDENTIAL_BREAKS_SOON,
    CREDENTIAL_BROKEN,
    RENEWAL_NEEDS_PERSON,
    EXASTRO_GITLAB_UNREACHABLE,
    EXASTRO_GITLAB_DIFFERS,
    ROWS_WITHOUT_TOKEN,
    ROWS_REPEATED,
    ROWS_SHARED,
    CONTAINER_TOKEN_STALE,
    START_SCRIPT_STALE,
    ENV_FILE_READ_DIFFERENTLY,
    ENV_FILE_REPEATS,
    ENVIRONMENT_BEATS_ENV_FILE,
    COMPOSE_FILE_OTHER_NAMES,
    SETUP_WOULD_STOP,
    SECRET_READABLE_BY_ALL,
    CHART_OUTDATED,
    VALUES_DIFFER,
    JOURNAL_ON_NETWORK,
    JOURNAL_SPACE_LOW,
    CHECK_NOT_MADE,
    // what a run was asked for
    STOPPED_AFTER_FAILURES;

    /** Whose turn it is. */
    public enum Remedy {
        /** The next run goes on by itself once the cause is gone. */
        TRY_AGAIN,
        /** Koshin must not choose; the renewal is parked until a person says how to go on. */
        DECIDE
    }

    private final Remedy remedy;

    Reason() {
        this(Remedy.TRY_AGAIN);
    }

    Reason(Remedy remedy) {
        this.remedy = remedy;
    }

    /** Whose turn it is after this. */
    public Remedy remedy() {
        return remedy;
    }

    /** The stable code in every output, such as {@code admin-token-expired}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
