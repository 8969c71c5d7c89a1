package dev.koshin.renew;

import dev.koshin.journal.KnownToken;
import dev.koshin.journal.Past;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.OldToken;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenRef;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Seen;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a renewal writes down at its beginning as replaced by it, and so revokes at its end. */
final class Replaced {
    private Replaced() {}

    /**
     * What the targets hold; and the token that was proven last, if no target holds it any more because somebody put
     * another value there. Live tokens that the journal does not know by their id, although another one was proven, are
     * named by fingerprint only, so that they are never revoked: somebody made them by hand.
     */
    static Effect<List<OldToken>> by(Run run, Observation seen, List<State.Slot> slots) {
        List<OldToken> held = seen.seen().stream()
                .flatMap(one -> spared(one, seen.past()) ? unnamed(one) : one.old().stream())
                .distinct()
                .toList();
        return unheld(seen)
                .map(proof -> lives(run, seen, proof, slots).map(lives -> lives ? with(held, proof.token()) : held))
                .orElseGet(() -> new Effect.Done<>(held));
    }

    private static boolean spared(Seen one, Past past) {
        return past.last().isPresent()
                && one.finding() instanceof Seen.Live(var _, Fingerprint print)
                && !past.isLast(print)
                && !past.owns(print);
    }

    private static Stream<OldToken> unnamed(Seen one) {
        return one.print().stream().map(print -> new OldToken(Optional.empty(), print));
    }

    private static Optional<Past.Proof> unheld(Observation seen) {
        return seen.past()
                .last()
                .filter(proof -> seen.seen().stream()
                        .noneMatch(one ->
                                one.print().equals(Optional.of(proof.token().fingerprint()))));
    }

    private static List<OldToken> with(List<OldToken> held, TokenRef token) {
        return Stream.concat(held.stream(), Stream.of(new OldToken(Optional.of(token.id()), token.fingerprint())))
                .toList();
    }

    /** Asks, if the look did not show it: its id may be another token's since GitLab was restored from a backup. */
    private static Effect<Boolean> lives(Run run, Observation seen, Past.Proof proof, List<State.Slot> slots) {
        if (seen.unheld().isPresent()) {
            return new Effect.Done<>(true);
        }
        Secret own = slots.stream()
                .flatMap(slot -> slot.held() instanceof Held.Value(Secret secret) ? Stream.of(secret) : Stream.empty())
                .findFirst()
                .orElseGet(() -> Secret.of("none"));
        return switch (run.credential().issuer().shown(proof.token().id(), own)) {
            case Effect.Done<Optional<Token>>(Optional<Token> token) ->
                new Effect.Done<>(token.filter(one -> is(one, proof) && one.live(run.now()))
                        .isPresent());
            case Effect.Refused<Optional<Token>> _ -> new Effect.Done<>(false);
            case Effect.Unclear<Optional<Token>>(var problem) -> new Effect.Unclear<>(problem);
        };
    }

    private static boolean is(Token token, Past.Proof proof) {
        return !token.created().isAfter(proof.at().plus(KnownToken.SKEW));
    }
}
