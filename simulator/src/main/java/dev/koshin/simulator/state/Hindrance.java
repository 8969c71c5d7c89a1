package dev.koshin.simulator.state;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

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
        return Arrays.stream(values())
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no hindrance of an account is called \"" + word + "\"; there are: "
                                + Arrays.stream(values()).map(Hindrance::word).collect(Collectors.joining(", "))));
    }
}
