package dev.koshin.simulator.traffic;

import dev.koshin.simulator.state.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request to the API.
 *
 * @param number counts from 1 and is never used again
 * @param at by the simulated clock
 * @param target path and query, where values of secret parameters are replaced by {@code ****}
 * @param who empty when no token was accepted
 */
public record LoggedRequest(long number, Instant at, String method, String target, Optional<Who> who, Ended ended) {
    /** Whose token was accepted, and which; 0 for one that OAuth gave. */
    public record Who(long userId, long tokenId) {}

    /**
     * How it ended.
     *
     * @param status 0 when the connection was closed without an answer
     * @param changes what it did, whatever the client was told
     * @param fault the fault that hit the request
     */
    public record Ended(int status, List<Change> changes, Optional<String> fault) {
        /** Copies the list. */
        public Ended {
            changes = List.copyOf(changes);
        }

        /** Whether it did anything. */
        public boolean committed() {
            return !changes.isEmpty();
        }
    }
}
