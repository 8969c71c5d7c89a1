package dev.koshin.e2e.clients;

import dev.koshin.e2e.clients.PretendGitlab.Person;
import java.util.List;

/** What Koshin does with tokens, done by a client of others. Each call brings its own credential. */
interface ForeignClient {
    /** A token that the client got to see whole. */
    record Made(long id, String value) {}

    /** The client did not get what it wanted; the message is its own. */
    final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }
    }

    /** The id of the credential itself. */
    long self(String credential);

    /** All tokens of the credential's owner. */
    List<Long> own(String credential);

    /** Makes a token with the scope {@code api} that expires on {@link PretendGitlab#expiry()}. */
    Made create(String credential, Person owner, String name);

    Made rotate(String credential, Person owner, long id);

    void revoke(String credential, Person owner, long id);
}
