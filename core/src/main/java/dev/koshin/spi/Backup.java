package dev.koshin.spi;

import dev.koshin.model.CredentialName;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import java.util.Set;

/**
 * Keeps the values that renewals overwrite, sealed so that Koshin itself cannot read them, until the tokens are dead.
 *
 * <p>All methods may be repeated at any time.
 */
public interface Backup {
    /** No value is kept, and so there is no way back. */
    Backup NONE = new Backup() {
        @Override
        public Effect<String> seal(Sealed value) {
            return new Effect.Done<>("");
        }

        @Override
        public Effect<Set<RenewalId>> kept(CredentialName credential) {
            return new Effect.Done<>(Set.of());
        }

        @Override
        public Effect<Boolean> remove(CredentialName credential, RenewalId renewal) {
            return new Effect.Done<>(false);
        }
    };

    /** A value that is about to be overwritten, and whose it is. */
    record Sealed(CredentialName credential, RenewalId renewal, TokenId token, Secret secret) {}

    /** Keeps {@code value}, and answers where. Done: it survives a power cut. */
    Effect<String> seal(Sealed value);

    /** The renewals of {@code credential} of which something is kept. */
    Effect<Set<RenewalId>> kept(CredentialName credential);

    /** Removes all that is kept of {@code renewal}; answers whether there was something. */
    Effect<Boolean> remove(CredentialName credential, RenewalId renewal);
}
