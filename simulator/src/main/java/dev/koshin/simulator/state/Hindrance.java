package dev.koshin.simulator.state;

import java.util.Locale;

/** What keeps the tokens of an active account from working until its owner does something. */
public enum Hindrance {
    NONE,
    UNCONFIRMED,
    TERMS,
    PASSWORD_EXPIRED;

    /** {@code password_expired}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The hindrance that is spelled so.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Hindrance of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
