package dev.koshin.simulator.fault;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One planned fault.
 *
 * @param method empty: any
 * @param path must be found in the raw path (with {@code /api/v4}, without the query); anchor it with ^ and $
 * @param nth the first matching request that is hit, counted from 1 when the fault is set
 * @param times how many matching requests in a row are hit; 0 = all from {@code nth} on
 */
public record Fault(Optional<String> method, Pattern path, int nth, int times, When when, Effect effect) {
    /** Refuses a fault that could never strike. */
    public Fault {
        if (nth < 1 || times < 0) {
            throw new IllegalArgumentException("nth counts from 1; times from 0, which means for ever");
        }
    }

    /** The first matching request is hit, once. */
    public static Fault once(String method, String path, When when, Effect effect) {
        return new Fault(Optional.of(method), Pattern.compile(path), 1, 1, when, effect);
    }

    /** Every matching request is hit. */
    public static Fault always(String method, String path, When when, Effect effect) {
        return new Fault(Optional.of(method), Pattern.compile(path), 1, 0, when, effect);
    }

    /** The same fault, striking first at this matching request. */
    public Fault fromNth(int first) {
        return new Fault(method, path, first, times, when, effect);
    }

    /** For logs: {@code drop after}. */
    public String label() {
        return effect.word() + " " + when.word();
    }

    boolean matches(String requestMethod, String requestPath) {
        return method.filter(name -> !name.equals(requestMethod)).isEmpty()
                && path.matcher(requestPath).find();
    }

    boolean strikesAt(long count) {
        return count >= nth && (times == 0 || count < (long) nth + times);
    }
}
