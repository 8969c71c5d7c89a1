package dev.koshin.simulator.web.answer;

import dev.koshin.simulator.api.call.Params;
import dev.koshin.simulator.http.Request;
import dev.koshin.simulator.state.State;
import java.time.Instant;

/** What a handler works with. Valid only while the handler runs. */
public record Visit(Request request, Params params, State state, Instant now) {}
