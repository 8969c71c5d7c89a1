package dev.koshin.http;

import dev.koshin.model.Problem;
import java.net.http.HttpResponse;

/** How one exchange ended on the wire. */
public sealed interface Exchange {
    /** An answer arrived whole. */
    record Answered(HttpResponse<byte[]> response) implements Exchange {}

    /** The request certainly did not leave. */
    record NotSent(Problem problem) implements Exchange {}

    /** The request may have arrived; the answer did not. */
    record Lost(Problem problem) implements Exchange {}
}
