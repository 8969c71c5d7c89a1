package dev.koshin.spi;

import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenRef;

/** A token at the only moment its value can be read. */
public record Issued(Token token, Secret secret) {
    /** How the journal names it. */
    public TokenRef ref() {
        return new TokenRef(token.id(), secret.fingerprint());
    }
}
