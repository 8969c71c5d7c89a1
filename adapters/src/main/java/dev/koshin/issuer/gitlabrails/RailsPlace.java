package dev.koshin.issuer.gitlabrails;

import dev.koshin.process.Inside;
import dev.koshin.process.Word;
import java.util.List;

/** Where {@code gitlab-rails} is. No part of a place may begin like an option of the program that goes there. */
public sealed interface RailsPlace {
    /**
     * On this machine.
     *
     * @param program {@code gitlab-rails}, or the path to it
     */
    record Local(String program) implements RailsPlace {
        public Local {
            Word.require(program);
        }
    }

    /** In a container or a pod. */
    record Within(Inside inside) implements RailsPlace {}

    /**
     * On another machine, reached with this system's client, its keys and its configuration; it is asked for no
     * password.
     *
     * @param host as {@code ssh} takes it: {@code gitlab}, {@code git@gitlab.example}
     * @param prefix words before the remote command: {@code sudo}, or {@code docker exec -i gitlab}
     */
    record Ssh(String host, List<String> prefix) implements RailsPlace {
        public Ssh {
            prefix = List.copyOf(prefix);
            Word.require(host);
        }
    }
}
