package dev.koshin.app.view;

import dev.koshin.model.Problem;
import java.util.List;
import java.util.Locale;

/**
 * One thing that doctor looked at, or could not look at.
 *
 * @param key names it in the message bundle: {@code check.KEY}
 * @param evidence what was found, in words; empty if nothing could be found
 * @param problems what is wrong, or why it could not be looked at; empty if all is well
 */
public record Check(String key, Result result, String evidence, List<Problem> problems) {
    /** How a check ends. */
    public enum Result {
        OK,
        /** Something will break, or may; renewals work. */
        WARN,
        /** Renewals will not work. */
        FAILED,
        /** It could not be looked at, so nobody knows. */
        UNSEEN;

        /** The stable code in every output. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Check {
        problems = List.copyOf(problems);
    }

    /** All is well. */
    public static Check ok(String key, String evidence) {
        return new Check(key, Result.OK, evidence, List.of());
    }

    /** All is well, or there is something to look at. */
    public static Check warned(String key, String evidence, List<Problem> problems) {
        return new Check(key, problems.isEmpty() ? Result.OK : Result.WARN, evidence, problems);
    }

    /** Renewals will not work. */
    public static Check failed(String key, Problem problem) {
        return new Check(key, Result.FAILED, "", List.of(problem));
    }

    /** Nobody knows, for this reason. */
    public static Check unseen(String key, Problem problem) {
        return new Check(key, Result.UNSEEN, "", List.of(problem));
    }
}
