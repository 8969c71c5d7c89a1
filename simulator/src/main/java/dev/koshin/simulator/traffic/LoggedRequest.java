package dev.koshin.simulator.traffic;

import java.time.Instant;
import java.util.Optional;

/**
 * One request to the API.
 *
 * @param number counts from 1 and is never used again
 * @param at by the simulated clock
 * @param target path and query, where the value of a {@code private_token} is replaced by {@code ****}
 * @param who empty when no token was accepted
 */
public record LoggedRequest(long number, Instant at, String method, String target, Optional<Who> who, Ended ended) {
    /** Whose token was accepted, and which. */
    public record Who(long userId, long tokenId) {}

    /**
     * How it ended.
     *
     * @param status 0 when the connection was closed without an answer
     * @param committed a token was made or revoked, whatever the client was told
     * @param fault the fault that hit the request
     */
    public record Ended(int status, boolean committed, Optional<String> fault) {}
}
