package dev.koshin.simulator.api.call;

import dev.koshin.simulator.state.Token;
import dev.koshin.simulator.state.User;
import java.util.Optional;

/** Who asks. */
public sealed interface Caller {
    /** Nobody: no token came along. */
    record Anonymous() implements Caller {}

    /**
     * The owner of a working token.
     *
     * @param adminPower an admin by role, and, when Admin Mode is on, by the token's scopes
     */
    record Known(User user, Optional<Token> token, boolean adminPower) implements Caller {}

    /** True for an admin whose token may act as one. */
    default boolean hasAdminPower() {
        return switch (this) {
            case Anonymous _ -> false;
            case Known known -> known.adminPower();
        };
    }

    /** The caller, unless there is no token. */
    default Optional<Known> known() {
        return switch (this) {
            case Anonymous _ -> Optional.empty();
            case Known known -> Optional.of(known);
        };
    }
}
