package dev.koshin.issuer;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Inspection;

/** Asks for what GitLab did not say when it gave out a value. */
public final class Completion {
    private Completion() {}

    /**
     * The token behind a value that was made a moment ago. Never refused: the token is there, so whatever goes wrong
     * leaves it behind.
     *
     * @param called how problems name the token
     */
    public static Effect<Token> of(Witness rest, Secret value, String called) {
        rest.expect(value);
        return switch (rest.inspect(value)) {
            case Effect.Done<Inspection>(Inspection.Live(Token token)) -> new Effect.Done<>(token);
            case Effect.Done<Inspection> _ -> new Effect.Unclear<>(Problem.of(Reason.TOKEN_DOES_NOT_WORK, called));
            case Effect.Refused<Inspection>(Problem problem) -> new Effect.Unclear<>(problem);
            case Effect.Unclear<Inspection>(Problem problem) -> new Effect.Unclear<>(problem);
        };
    }
}
