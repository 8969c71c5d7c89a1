package dev.koshin.plan;

import dev.koshin.model.Problem;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What to do about one credential, and why.
 *
 * @param from when the next thing is to be done, if that is known
 * @param problem what is wrong, if something is
 */
public record Verdict(Action action, Why why, Optional<Instant> from, Optional<Problem> problem) {
    /** What to do now. */
    public enum Action {
        /** Nothing. */
        LEAVE,
        /** Begin a renewal, or go on with the one that is open. */
        RENEW,
        /** Revoke what the proven token has replaced. */
        RETIRE,
        /** A person has to decide. */
        DECIDE
    }

    /** The named reasons; each has a message in every language. */
    public enum Why {
        PARKED(Action.DECIDE),
        UNREADABLE(Action.DECIDE),
        PUT_BACK(Action.RENEW),
        USER_UNUSABLE(Action.DECIDE),
        MADE_BY_HAND(Action.LEAVE),
        MADE_BY_HAND_DUE(Action.DECIDE),
        FORGOTTEN(Action.RENEW),
        EMPTIED(Action.RENEW),
        UNFINISHED(Action.RENEW),
        GRACE(Action.LEAVE),
        READY_TO_RETIRE(Action.RETIRE),
        NO_TOKEN(Action.LEAVE),
        UNKNOWN_TOKEN(Action.DECIDE),
        TARGETS_DIFFER(Action.DECIDE),
        EXPIRED(Action.RENEW),
        REVOKED(Action.RENEW),
        NEVER_EXPIRES(Action.LEAVE),
        DUE(Action.RENEW),
        FORCED(Action.RENEW),
        FRESH(Action.LEAVE);

        private final Action action;

        Why(Action action) {
            this.action = action;
        }

        /** What follows from it. */
        public Action action() {
            return action;
        }

        /** The stable code in every output, such as {@code ready-to-retire}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Verdict of(Why why) {
        return new Verdict(why.action(), why, Optional.empty(), Optional.empty());
    }

    static Verdict from(Why why, Instant instant) {
        return new Verdict(why.action(), why, Optional.of(instant), Optional.empty());
    }

    static Verdict problem(Why why, Problem problem) {
        return new Verdict(why.action(), why, Optional.empty(), Optional.of(problem));
    }
}
