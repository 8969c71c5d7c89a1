package dev.koshin.issuer.gitlabweb;

import dev.koshin.http.HttpOptions;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * How to sign in to a GitLab.
 *
 * @param login the user name, or the e-mail address, that the form takes
 * @param password resolved each time it is needed
 * @param clock stands in for the server's, should its answers not tell the time
 */
public record GitLabWebOptions(HttpOptions http, String login, Supplier<Effect<Secret>> password, InstantSource clock) {
    /** With the local clock. */
    public static GitLabWebOptions of(HttpOptions http, String login, Supplier<Effect<Secret>> password) {
        return new GitLabWebOptions(http, login, password, InstantSource.system());
    }
}
