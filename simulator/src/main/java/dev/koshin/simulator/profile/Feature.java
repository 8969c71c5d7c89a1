package dev.koshin.simulator.profile;

/** What some releases can do and others cannot. */
public enum Feature {
    /** {@code POST /personal_access_tokens/:id/rotate}, and the same for tokens of projects and groups. */
    ROTATE("16.0"),
    /** Before, rotate ignored {@code expires_at}, and the new token lived for a week. */
    ROTATE_EXPIRY("16.6"),
    /** {@code POST /personal_access_tokens/self/rotate}. */
    SELF_ROTATE("16.10"),
    /** The scope {@code self_rotate}, and {@code self/rotate} for tokens of projects and groups. */
    SELF_ROTATE_SCOPE("17.9"),
    /** Rotating with a revoked token revokes its active descendants. */
    REUSE_DETECTION("16.3"),
    /** {@code POST /user/personal_access_tokens}. */
    OWN_TOKENS("16.5"),
    /** Tokens have a {@code description}. */
    DESCRIPTION("17.7"),
    /** {@code expires_before}, {@code expires_after} and {@code sort} in lists of tokens; before, they were ignored. */
    EXPIRY_FILTERS("17.0"),
    /** An admin who lists the tokens of an unknown user gets 404; before, everybody's tokens. */
    UNKNOWN_USER_REFUSED("16.0"),
    /** Lists of the tokens of a project or group hold inactive ones too, and can be filtered. */
    INACTIVE_RESOURCE_TOKENS("17.2"),
    /** {@code 404 project Access Token Not Found} in place of a sentence. */
    SHORT_RESOURCE_TOKEN_404("17.0"),
    /** Without an expiry, or with one too far away, a token is not made as asked. */
    LIMITED_LIFETIME("16.0"),
    /** An admin can switch the limit off. */
    LIMIT_CAN_BE_OFF("17.3"),
    /** GitLab adds {@code admin_mode} to every token made for an admin; which releases do is not certain. */
    ADMIN_MODE_SCOPE_ADDED("15.8..17.0"),
    /** The default for new values is the long form with dots. */
    ROUTABLE_TOKENS("18.0"),
    /** {@code last_used_at} moves every ten minutes; before, once a day. */
    FREQUENT_LAST_USED("16.1"),
    /** {@code RateLimit-…} headers on every answer while a throttle is on. */
    RATE_LIMIT_HEADERS("18.0"),
    /** The form for a token is below {@code /-/user_settings}; before, below {@code /-/profile}. */
    USER_SETTINGS_PAGES("16.7"),
    /** The form answers with {@code token}; before, with {@code new_token}. */
    WEB_ANSWER_TOKEN("18.1"),
    /** A sign-in that fails shows its page again with 422; before, with 200. From which release on is not certain. */
    SIGN_IN_FAILS_WITH_422("17.0"),
    /** git's 401 speaks of expired and improperly scoped tokens. */
    LONG_GIT_REFUSAL("17.8"),
    /** OAuth's password grant without a client of its own; that 19.0 dropped it is the plan, not recorded. */
    PASSWORD_GRANT("..19.0"),
    /** An admin can switch the old kind of rotation off. */
    LEGACY_ROTATION_SWITCH("19.0");

    private final String span;

    Feature(String span) {
        this.span = span;
    }

    boolean in(Minor release) {
        return Span.of(span).holds(release);
    }
}
