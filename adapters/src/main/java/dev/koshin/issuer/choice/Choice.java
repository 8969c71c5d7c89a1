package dev.koshin.issuer.choice;

import dev.koshin.spi.Issuer;
import java.util.List;

/** Makes one issuer of several. */
public final class Choice {
    private Choice() {}

    /** As {@link #of(List, Listener)}, when nobody wants to know which way is taken. */
    public static Issuer of(List<Issuer> inOrder) {
        return of(inOrder, Listener.silent());
    }

    /**
     * Makes tokens by the first of these ways that is open, and examines and revokes them by the first.
     *
     * @param inOrder one at least, all for the same user; the answer is to be used for one renewal and then dropped
     */
    public static Issuer of(List<Issuer> inOrder, Listener listener) {
        if (inOrder.isEmpty()) {
            throw new IllegalArgumentException("a choice needs something to choose from");
        }
        return new ChosenIssuer(List.copyOf(inOrder), listener);
    }
}
