package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Reason;

/** What an answer of GitLab means, told by its body as well as by its status. */
enum Kind {
    /** 2xx with JSON, or 204. Has a reason too, for the caller that finds the JSON to be of another shape. */
    OK(Reason.GITLAB_NOT_JSON, Reason.GITLAB_NOT_JSON),
    /** 3xx: never followed, because the token must not reach another host. */
    MOVED(Reason.GITLAB_MOVED, Reason.GITLAB_MOVED),
    TOKEN_EXPIRED(Reason.ADMIN_TOKEN_EXPIRED, Reason.TOKEN_DOES_NOT_WORK),
    TOKEN_REVOKED(Reason.ADMIN_TOKEN_REVOKED, Reason.TOKEN_DOES_NOT_WORK),
    TOKEN_UNKNOWN(Reason.ADMIN_TOKEN_UNKNOWN, Reason.TOKEN_DOES_NOT_WORK),
    SCOPE_MISSING(Reason.ADMIN_SCOPE_MISSING, Reason.TOKEN_SCOPES_MISSING),
    /**
     * The token's owner is blocked, deactivated, unconfirmed, has an expired password or has not accepted the terms.
     */
    USER_BLOCKED(Reason.USER_BLOCKED, Reason.USER_BLOCKED),
    FORBIDDEN(Reason.ADMIN_NOT_ADMIN, Reason.TOKEN_DOES_NOT_WORK),
    /** GitLab looked for the thing and did not find it; an unknown path is {@link #REFUSED}. */
    MISSING(Reason.GITLAB_REFUSED, Reason.GITLAB_REFUSED),
    EXPIRY_REFUSED(Reason.TOKEN_EXPIRY_REFUSED, Reason.GITLAB_REFUSED),
    REFUSED(Reason.GITLAB_REFUSED, Reason.GITLAB_REFUSED),
    RATE_LIMITED(Reason.GITLAB_RATE_LIMITED, Reason.GITLAB_RATE_LIMITED),
    BOOTING(Reason.GITLAB_BOOTING, Reason.GITLAB_BOOTING),
    FAILED(Reason.GITLAB_FAILED, Reason.GITLAB_FAILED),
    NOT_JSON(Reason.GITLAB_NOT_JSON, Reason.GITLAB_NOT_JSON);

    private final Reason forAdmin;
    private final Reason forValue;

    Kind(Reason forAdmin, Reason forValue) {
        this.forAdmin = forAdmin;
        this.forValue = forValue;
    }

    /** The reason when the call was authenticated by the administrator's token. */
    Reason forAdmin() {
        return forAdmin;
    }

    /** The reason when the call was authenticated by the value under examination. */
    Reason forValue() {
        return forValue;
    }

    /** Whether GitLab certainly did nothing. */
    boolean clearNo() {
        return switch (this) {
            case OK, BOOTING, FAILED, NOT_JSON -> false;
            case MOVED,
                    TOKEN_EXPIRED,
                    TOKEN_REVOKED,
                    TOKEN_UNKNOWN,
                    SCOPE_MISSING,
                    USER_BLOCKED,
                    FORBIDDEN,
                    MISSING,
                    EXPIRY_REFUSED,
                    REFUSED,
                    RATE_LIMITED -> true;
        };
    }
}
