package dev.koshin.inventory;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.plan.Seen;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issuer;
import java.time.Instant;
import java.util.Optional;

/** Puts what a target holds and what GitLab says about it together. */
public final class Findings {
    private Findings() {}

    /** What {@code target} holds, as {@code issuer} sees it now. */
    public static Seen ask(TargetName target, Held held, Issuer issuer) {
        return new Seen(
                target,
                switch (held) {
                    case Held.Nothing _ -> new Seen.Empty();
                    case Held.Value(Secret secret) ->
                        of(issuer.inspect(secret), secret.fingerprint(), Optional.empty());
                });
    }

    static Seen.Finding of(Effect<Inspection> answer, Fingerprint print, Optional<TokenId> id) {
        return switch (answer) {
            case Effect.Done<Inspection>(Inspection.Live(Token token)) -> new Seen.Live(token, print);
            case Effect.Done<Inspection>(Inspection.Expired _) -> new Seen.Expired(id, print);
            case Effect.Done<Inspection>(Inspection.Revoked _) -> new Seen.Revoked(id, print);
            case Effect.Done<Inspection>(Inspection.Unknown _) -> new Seen.Unknown(print);
            case Effect.Refused<Inspection>(var problem) -> new Seen.Unreadable(problem);
            case Effect.Unclear<Inspection>(var problem) -> new Seen.Unreadable(problem);
        };
    }

    static Seen.Finding of(Token listed, Fingerprint print, Instant now) {
        if (listed.revoked()) {
            return new Seen.Revoked(Optional.of(listed.id()), print);
        }
        return listed.expired(now) ? new Seen.Expired(Optional.of(listed.id()), print) : new Seen.Live(listed, print);
    }
}
