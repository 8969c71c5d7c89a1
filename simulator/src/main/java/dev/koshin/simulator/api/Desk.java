package dev.koshin.simulator.api;

import dev.koshin.simulator.http.Reply;
import dev.koshin.simulator.http.Request;
import dev.koshin.simulator.state.Change;
import dev.koshin.simulator.traffic.LoggedRequest.Who;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A part of the instance that answers requests: the API, the pages, git. */
@FunctionalInterface
public interface Desk {
    /** What a request asks for; nothing is done yet. */
    Job job(Request request);

    /**
     * What is to be done for a request.
     *
     * @param name in counters
     */
    record Job(String name, Work work) {}

    /** Does it, when nothing goes wrong on purpose. */
    @FunctionalInterface
    interface Work {
        /** {@code started}: when the request came, by {@link System#nanoTime}. */
        Done at(Instant now, long started);
    }

    /**
     * A request that did its work.
     *
     * @param who whose token or password was accepted
     * @param changes what it did
     */
    record Done(Reply reply, Optional<Who> who, List<Change> changes) {
        /** Copies the list. */
        public Done {
            changes = List.copyOf(changes);
        }
    }
}
