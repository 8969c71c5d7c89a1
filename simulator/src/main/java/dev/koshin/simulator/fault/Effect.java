package dev.koshin.simulator.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a fault does to the answer. */
public sealed interface Effect {
    /**
     * Another answer.
     *
     * @param body empty: {@code {"message":"503 Service Unavailable"}}
     * @param headers added to the answer, for example Retry-After; a Content-Type among them replaces the usual one
     */
    record Status(int status, Optional<String> body, Map<String, String> headers) implements Effect {
        /** Copies the map. */
        public Status {
            headers = Map.copyOf(headers);
        }
    }

    /** The connection is closed without an answer. */
    record Drop() implements Effect {}

    /** The normal answer, late: before the work when {@link When#BEFORE}, after it when {@link When#AFTER}. */
    record Delay(Duration by) implements Effect {}

    /** 200 with a page of HTML. */
    record Garbage() implements Effect {}

    /** The length of the whole JSON is declared, half of it sent, the connection closed. */
    record Half() implements Effect {}

    /** As {@link Half}, but the connection is reset. */
    record Reset() implements Effect {}

    /** The normal answer, whose body takes so long; the work is done in any case. */
    record Slow(Duration over) implements Effect {}

    /** 502 with the page of a GitLab that has not started yet. */
    record Booting() implements Effect {}

    /**
     * 429 as GitLab's own throttle writes it.
     *
     * @param retryAfter empty: the rest of the current minute
     */
    record RateLimit(Optional<Duration> retryAfter) implements Effect {}

    /** The name in plans and logs. */
    default String word() {
        return switch (this) {
            case Status _ -> "status";
            case Drop _ -> "drop";
            case Delay _ -> "delay";
            case Garbage _ -> "garbage";
            case Half _ -> "half";
            case Reset _ -> "reset";
            case Slow _ -> "slow";
            case Booting _ -> "booting";
            case RateLimit _ -> "rateLimit";
        };
    }
}
