package dev.koshin.simulator.state;

import java.util.Locale;

/** What an admin or a directory made of an account. */
public enum UserState {
    ACTIVE,
    BLOCKED,
    DEACTIVATED,
    BANNED,
    BLOCKED_PENDING_APPROVAL,
    LDAP_BLOCKED;

    /** GitLab's spelling: {@code blocked_pending_approval}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state that GitLab spells so.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static UserState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
