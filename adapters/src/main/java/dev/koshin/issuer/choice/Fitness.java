package dev.koshin.issuer.choice;

import dev.koshin.issuer.AdminTrouble;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.util.EnumSet;
import java.util.Set;

/** Tells whether a refusal speaks of the way or of what was asked for, which the next way would refuse too. */
final class Fitness {
    private static final Set<Reason> OF_THE_WAY = EnumSet.of(
            Reason.RAILS_UNREACHABLE,
            Reason.RAILS_FAILED,
            Reason.SIGN_IN_REFUSED,
            Reason.SIGN_IN_PASSWORD_OFF,
            Reason.SIGN_IN_SECOND_FACTOR,
            Reason.SIGN_IN_TERMS,
            Reason.SIGN_IN_PASSWORD_EXPIRED,
            Reason.SIGN_IN_UNCONFIRMED,
            Reason.SIGN_IN_FORM_REJECTED,
            Reason.SIGN_IN_PAGE_UNKNOWN,
            Reason.PROMPT_UNAVAILABLE);

    private Fitness() {}

    static boolean unfit(Effect<?> effect) {
        return AdminTrouble.in(effect)
                || (effect instanceof Effect.Refused<?>(Problem problem) && OF_THE_WAY.contains(problem.reason()));
    }
}
