package dev.koshin.simulator.state;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

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
        return Arrays.stream(values())
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no state of a user is called \"" + word + "\"; there are: "
                                + Arrays.stream(values()).map(UserState::word).collect(Collectors.joining(", "))));
    }
}
