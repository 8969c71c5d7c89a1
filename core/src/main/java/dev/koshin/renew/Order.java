package dev.koshin.renew;

import java.util.Set;

/** What an operator asks for beyond the plan. */
public record Order(Set<Wish> wishes) {
    /** What the plan says, no more. */
    public static final Order BY_PLAN = new Order(Set.of());

    public Order {
        wishes = Set.copyOf(wishes);
    }

    /** The things that can be asked for. */
    public enum Wish {
        /** Renew a fresh token too. */
        FORCE,
        /** Let a parked renewal go on. */
        RESUME,
        /** Overwrite a value that Koshin cannot account for. */
        REPLACE,
        /** Do not wait for the end of the grace period. */
        RETIRE_NOW,
        /** Do not wait for uses that still work with the old value; they will fail. */
        IGNORE_USES
    }

    /** Whether {@code wish} was asked for. */
    public boolean asks(Wish wish) {
        return wishes.contains(wish);
    }
}
