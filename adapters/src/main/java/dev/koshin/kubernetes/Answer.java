package dev.koshin.kubernetes;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What became of a call. None of them names a value. */
public sealed interface Answer {
    /** The API server did it. */
    record Done(JsonNode body) implements Answer {
        /** The body may be a Secret. */
        @Override
        public String toString() {
            return "Done";
        }
    }

    /**
     * The API server answered that it did not.
     *
     * @param why such as {@code HTTP 409 Conflict}; the server's own text, which may repeat values, is left out
     * @param again after how long it may be asked again, if it says so
     */
    record Refused(int status, String why, Optional<Duration> again) implements Answer {
        /** Whether it certainly did nothing: it, or a proxy before it, may fail after its work. */
        public boolean certain() {
            return status >= 300 && status < 500;
        }
    }

    /** The call certainly did not reach the API server. */
    record Unsent(String why) implements Answer {}

    /** The call left, and no answer came. */
    record Lost(String why) implements Answer {}
}
