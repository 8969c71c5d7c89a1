package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Reason;
import java.util.Optional;

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
    /** GitLab looked for the thing and did not find it. */
    MISSING(Reason.GITLAB_REFUSED, Reason.GITLAB_REFUSED),
    /** This version of GitLab does not know the path. */
    NO_ROUTE(Reason.GITLAB_REFUSED, Reason.GITLAB_REFUSED),
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

    /** The reason when {@code call} was authenticated by the administrator's token. */
    Reason forAdmin(Call call) {
        return special(call).orElse(forAdmin);
    }

    /** The reason when {@code call} was authenticated by the value under examination. */
    Reason forValue(Call call) {
        return special(call).orElse(forValue);
    }

    /**
     * A call that every working token may make is not forbidden for a lack of rights, but by a limit of addresses per
     * user or by a proxy; and a GitLab that cannot find the token that asks is older than the question.
     */
    private Optional<Reason> special(Call call) {
        if (this == FORBIDDEN && call.openToAll()) {
            return Optional.of(Reason.GITLAB_BARS_CALLER);
        }
        return (this == MISSING || this == NO_ROUTE) && call.equals(Call.SELF)
                ? Optional.of(Reason.GITLAB_TOO_OLD)
                : Optional.empty();
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
                    NO_ROUTE,
                    EXPIRY_REFUSED,
                    REFUSED,
                    RATE_LIMITED -> true;
        };
    }
}
