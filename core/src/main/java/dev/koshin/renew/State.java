package dev.koshin.renew;

import dev.koshin.journal.Trail;
import dev.koshin.model.Account;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where one renewal stands. Each state holds exactly what its next step needs. */
sealed interface State {
    /**
     * Whatever this process asked for, it has no token.
     *
     * @param live the tokens that the targets hold and that still work; one, unless the targets differ
     * @param asked how many tokens this process asked for in vain
     * @param trail must hold {@code Started}, but that entry is on the disk only if {@code recorded}
     */
    record Planned(Trail trail, boolean recorded, int asked, List<Token> live, List<Slot> slots) implements State {
        /** The state after one more answer was lost. */
        Planned askingAgain(Trail after) {
            return new Planned(after, true, asked + 1, live, slots);
        }

        /** This state for a renewal that will not revoke {@code tokens}, because they are somebody else's. */
        Planned leaving(Set<TokenId> tokens) {
            return recorded ? this : new Planned(trail.leaving(tokens), false, asked, live, slots);
        }
    }

    /** A token was made; nobody but this process knows its value. */
    record Issued(Trail trail, Account account, List<Slot> slots, dev.koshin.spi.Issued fresh) implements State {}

    /** It works, and is what was asked for. */
    record Probed(Trail trail, List<Slot> slots, dev.koshin.spi.Issued fresh) implements State {}

    /** Every target took it. */
    record Delivered(Trail trail, dev.koshin.spi.Issued fresh) implements State {}

    /** The consumers that read at their start were started again. */
    record Applied(Trail trail, dev.koshin.spi.Issued fresh) implements State {}

    /**
     * It is in every target; the old one still works.
     *
     * @param alive when the new token was last seen to work; empty after a restart
     */
    record Proven(Trail trail, Trail.Proven stage, Optional<Instant> alive) implements State {}

    /** The revocation of exactly what the stage names has begun. */
    record Retired(Trail trail, Trail.Retiring stage) implements State {}

    /** This worker does no more. */
    record Stopped(Outcome outcome) implements State {}

    /** A target, and what it held when it was last read. */
    record Slot(Target target, Held held) {}
}
