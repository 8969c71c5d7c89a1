package dev.koshin.model;

import java.util.List;

/**
 * Why something did not work: a reason from the closed set, and the details that its message names.
 *
 * @param details what and where, fit for an operator, in the order that the message numbers them; never a secret
 */
public record Problem(Reason reason, List<String> details) {
    public Problem {
        details = List.copyOf(details);
    }

    /** A problem of this reason with these details. */
    public static Problem of(Reason reason, String... details) {
        return new Problem(reason, List.of(details));
    }

    @Override
    public String toString() {
        return reason.code() + details;
    }
}
