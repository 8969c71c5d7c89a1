package dev.koshin.simulator.http;

import java.util.List;

/**
 * What a responder wants sent.
 *
 * @param fields in the order in which they go out; Content-Length and Connection are added by the server
 */
public record Reply(int status, List<Field> fields, String body, Ending ending) {
    /** Copies the list. */
    public Reply {
        fields = List.copyOf(fields);
    }

    /** An answer that arrives completely. */
    public static Reply whole(int status, List<Field> fields, String body) {
        return new Reply(status, fields, body, Ending.WHOLE);
    }

    /** No answer at all. */
    public static Reply dropped() {
        return new Reply(0, List.of(), "", Ending.DROPPED);
    }

    /** The same answer, cut in its middle. */
    public Reply cutInHalf() {
        return new Reply(status, fields, body, Ending.HALF);
    }
}
