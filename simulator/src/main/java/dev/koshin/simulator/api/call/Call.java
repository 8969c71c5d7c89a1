package dev.koshin.simulator.api.call;

import dev.koshin.simulator.state.State;
import java.time.Instant;

/**
 * What an endpoint works with. Valid only while the endpoint runs.
 *
 * @param path raw, as it came, for Link headers
 */
public record Call(String path, Params params, Caller caller, State state, Instant now) {
    /**
     * The caller of a route that lets nobody else in.
     *
     * @throws java.util.NoSuchElementException on a route for anybody
     */
    public Caller.Known known() {
        return caller.known().orElseThrow();
    }
}
