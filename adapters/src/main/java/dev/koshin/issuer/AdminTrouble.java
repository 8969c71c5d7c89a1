package dev.koshin.issuer;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.util.EnumSet;
import java.util.Set;

/** Refusals that are the fault of the administrator's token, so that a way without one may help. */
public final class AdminTrouble {
    private static final Set<Reason> REASONS = EnumSet.of(
            Reason.ADMIN_TOKEN_UNRESOLVED,
            Reason.ADMIN_TOKEN_UNKNOWN,
            Reason.ADMIN_TOKEN_EXPIRED,
            Reason.ADMIN_TOKEN_REVOKED,
            Reason.ADMIN_NOT_ADMIN,
            Reason.ADMIN_MODE_ON,
            Reason.ADMIN_SCOPE_MISSING,
            Reason.SECRET_UNRESOLVED);

    private AdminTrouble() {}

    /** Whether {@code effect} is such a refusal; then nothing was done. */
    public static boolean in(Effect<?> effect) {
        return effect instanceof Effect.Refused<?>(Problem problem) && REASONS.contains(problem.reason());
    }
}
