package dev.koshin.exastro.discovery;

import java.util.Locale;

/** Everything that can be told about an installation; each has a text in every language. */
public enum Point {
    COMPOSE_PROJECT(Kind.FOUND),
    CONTAINERS(Kind.FOUND),
    NAMESPACE(Kind.FOUND),
    RELEASE(Kind.FOUND),
    VALUES_FILE(Kind.FOUND),
    GITLAB_BUNDLED(Kind.FOUND),
    GITLAB_EXTERNAL(Kind.FOUND),
    GITLAB_ANSWERS(Kind.FOUND),
    ADMIN_TOKEN(Kind.FOUND),
    DATABASE_ANSWERS(Kind.FOUND),
    DATABASE_CONTAINER(Kind.FOUND),
    DATABASE_POD(Kind.FOUND),
    ENV_TWICE(Kind.FOUND),
    ENV_AMBIGUOUS(Kind.FOUND),
    ENV_OVERRIDDEN(Kind.FOUND),
    GITLAB_BUNDLED_BY_PROFILE(Kind.ASSUMED),
    GITLAB_BUNDLED_BY_HOST(Kind.ASSUMED),
    GITLAB_ADDRESS(Kind.ASSUMED),
    GITLAB_FORWARDED(Kind.ASSUMED),
    ENGINE_ASSUMED(Kind.ASSUMED),
    ROOT_USER(Kind.ASSUMED),
    DATABASE_USER(Kind.ASSUMED),
    DATABASE_CONTAINER_ASSUMED(Kind.ASSUMED),
    DATABASE_POD_ASSUMED(Kind.ASSUMED),
    DATABASE_ADDRESS(Kind.ASSUMED),
    CONTEXT_CURRENT(Kind.ASSUMED),
    ENV_UNREADABLE(Kind.UNSEEN),
    ENGINE_UNSEEN(Kind.UNSEEN),
    ENGINE_DENIED(Kind.UNSEEN),
    CONTAINER_MISSING(Kind.UNSEEN),
    CONTAINER_STOPPED(Kind.UNSEEN),
    SECRET_UNSET(Kind.UNSEEN),
    RESOURCE_UNSEEN(Kind.UNSEEN),
    RESOURCE_MISSING(Kind.UNSEEN),
    VALUES_MISSING(Kind.UNSEEN),
    NO_PROJECT(Kind.UNSEEN),
    NO_CLUSTER(Kind.UNSEEN);

    private final Kind kind;

    Point(Kind kind) {
        this.kind = kind;
    }

    /** How sure it is. */
    public enum Kind {
        /** Seen. */
        FOUND,
        /** Not seen, but likely; a person should look at it. */
        ASSUMED,
        /** Looked for in vain. */
        UNSEEN
    }

    /** How sure it is. */
    public Kind kind() {
        return kind;
    }

    /** Its name in texts and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
