package dev.koshin.app.view;

import dev.koshin.model.Problem;
import java.util.List;

/**
 * One thing that doctor looked at.
 *
 * @param key names it in the message bundle: {@code check.KEY}
 * @param evidence what was found, in words; empty if nothing could be found
 * @param problems what is wrong; empty if all is well
 */
public record Check(String key, String evidence, List<Problem> problems, boolean serious) {
    /** All is well. */
    public static Check ok(String key, String evidence) {
        return new Check(key, evidence, List.of(), false);
    }

    /** Renewals will not work. */
    public static Check failed(String key, Problem problem) {
        return new Check(key, "", List.of(problem), true);
    }

    String result() {
        if (problems.isEmpty()) {
            return "ok";
        }
        return serious ? "failed" : "warn";
    }
}
