package dev.koshin.app.config;

import dev.koshin.process.Inside;
import dev.koshin.secret.SecretSource;
import java.time.Duration;
import java.util.List;

/** A way to make a credential's tokens; one record for each {@code kind}. */
public sealed interface IssuerConfig {
    /** GitLab's REST API, with an administrator's token. */
    record GitLabRest() implements IssuerConfig {}

    /**
     * The command {@code gitlab-rails} of the server itself, for which no token is needed.
     *
     * @param patience how long it may take until it answers
     */
    record GitLabRails(Place place, Duration patience) implements IssuerConfig {
        /** The default of {@code patience}; Ruby needs minutes to start. */
        public static final Duration WAIT = Duration.ofMinutes(15);
    }

    /** GitLab's own pages, as the token's owner, who must not have a second factor. */
    record GitLabWeb(SecretSource password) implements IssuerConfig {}

    /** A person, who is told what to click. */
    record Manual() implements IssuerConfig {}

    /** Where {@code gitlab-rails} is. */
    sealed interface Place {
        /** On this machine. */
        record Local() implements Place {}

        /** In a container or a pod. */
        record Within(Inside inside) implements Place {}

        /**
         * On another machine.
         *
         * @param prefix words before {@code gitlab-rails} there, such as {@code sudo}
         */
        record Ssh(String host, List<String> prefix) implements Place {
            public Ssh {
                prefix = List.copyOf(prefix);
            }
        }
    }
}
