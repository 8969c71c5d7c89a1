package dev.koshin.simulator.http;

import java.time.Duration;
import java.util.List;

/**
 * What a responder wants sent.
 *
 * @param fields in the order in which they go out; Content-Length and Connection are added by the server
 * @param spread the body goes out in ten pieces over this time; zero: at once
 */
public record Reply(int status, List<Field> fields, String body, Ending ending, Duration spread) {
    /** Copies the list. */
    public Reply {
        fields = List.copyOf(fields);
    }

    /** An answer that arrives completely. */
    public static Reply whole(int status, List<Field> fields, String body) {
        return new Reply(status, fields, body, Ending.WHOLE, Duration.ZERO);
    }

    /** No answer at all. */
    public static Reply dropped() {
        return new Reply(0, List.of(), "", Ending.DROPPED, Duration.ZERO);
    }

    /** The same answer, cut in its middle. */
    public Reply cutInHalf() {
        return new Reply(status, fields, body, Ending.HALF, spread);
    }

    /** The same answer, cut in its middle by a reset. */
    public Reply reset() {
        return new Reply(status, fields, body, Ending.RESET, spread);
    }

    /** The same answer, whose body takes this time. */
    public Reply slowly(Duration time) {
        return new Reply(status, fields, body, ending, time);
    }
}
