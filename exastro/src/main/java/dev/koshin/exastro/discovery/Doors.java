package dev.koshin.exastro.discovery;

import java.net.URI;
import java.util.Optional;

/** What can be tried out from this host without a login. */
interface Doors {
    /** Asks once, without a token; empty if GitLab answers, else why not. */
    Optional<String> gitlab(URI url);

    /** Whether a connection stands; nothing is said over it. */
    boolean connects(Door door);

    /** One port of a host. */
    record Door(String host, int port) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
