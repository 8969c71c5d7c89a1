package dev.koshin.renew;

import dev.koshin.journal.Trail;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.OldToken;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.TargetName;
import dev.koshin.model.Token;
import dev.koshin.model.TokenRef;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issuer;
import java.util.Optional;

/** Decides whether what a target holds may be overwritten by a renewal. */
final class Recognition {
    private Recognition() {}

    /** Done if {@code held} is accounted for, so that overwriting it loses nothing. */
    static Effect<Held> of(Trail trail, TargetName target, Held held, Issuer issuer) {
        return switch (held) {
            case Held.Nothing _ -> new Effect.Done<>(held);
            case Held.Value(var secret) ->
                trail.replace() || known(trail, secret.fingerprint())
                        ? new Effect.Done<>(held)
                        : issuer.inspect(secret).flatMap(answer -> judged(trail, target, held, answer));
        };
    }

    private static boolean known(Trail trail, Fingerprint print) {
        return trail.old().stream().map(OldToken::fingerprint).anyMatch(print::equals)
                || trail.made().stream().map(TokenRef::fingerprint).anyMatch(print::equals);
    }

    private static Effect<Held> judged(Trail trail, TargetName target, Held held, Inspection answer) {
        return foreign(trail, target, answer)
                .<Effect<Held>>map(Effect.Refused::new)
                .orElseGet(() -> new Effect.Done<>(held));
    }

    /** Why a value is nobody's that this renewal knows; empty if it may be overwritten. */
    static Optional<Problem> foreign(Trail trail, TargetName target, Inspection answer) {
        return switch (answer) {
            case Inspection.Expired _, Inspection.Revoked _ -> Optional.empty();
            case Inspection.Unknown _ -> Optional.of(Run.problem(Reason.TARGET_HOLDS_UNKNOWN, target));
            case Inspection.Live(Token token) ->
                ours(trail, token)
                        ? Optional.empty()
                        : Optional.of(Run.problem(
                                Reason.TARGET_HOLDS_FOREIGN, target, token.id().value(), token.name()));
        };
    }

    private static boolean ours(Trail trail, Token token) {
        return trail.renewal().marks(token.name())
                || trail.old().stream()
                        .anyMatch(old -> old.id().equals(Optional.of(token.id()))
                                && !token.created().isAfter(trail.since()));
    }
}
