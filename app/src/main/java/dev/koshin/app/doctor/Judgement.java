package dev.koshin.app.doctor;

import dev.koshin.app.view.Check;
import dev.koshin.app.view.Check.Result;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import java.util.List;
import java.util.Set;

/** How much a problem matters. Pure. */
final class Judgement {
    /** With these, renewals still work. */
    private static final Set<Reason> WARNINGS = Set.of(
            Reason.CLOCK_DIFFERS,
            Reason.ADMIN_TOKEN_EXPIRES_SOON,
            Reason.GITLAB_VERSION_UNKNOWN,
            Reason.WORKSPACES_INVISIBLE);

    private static final int FEW = 5;

    private Judgement() {}

    /** Well, a warning or a failure, by what is wrong. */
    static Check of(String key, String evidence, List<Problem> problems) {
        return problems.stream().allMatch(problem -> WARNINGS.contains(problem.reason()))
                ? Check.warned(key, evidence, problems)
                : new Check(key, Result.FAILED, evidence, problems);
    }

    /** Well, with {@code evidence} that says so, or a warning that says it all. */
    static Check well(String key, String evidence, List<Problem> problems) {
        return Check.warned(key, problems.isEmpty() ? evidence : "", problems);
    }

    /** {@code keys}, none of which could be looked at. */
    static List<Check> unseen(Problem problem, String... keys) {
        return List.of(keys).stream().map(key -> Check.unseen(key, problem)).toList();
    }

    /** {@code what} could not be looked at, in the words of what was asked instead. */
    static Problem notMade(String what, Problem cause) {
        return notMade(what, cause.reason().code() + ": " + String.join(", ", cause.details()));
    }

    static Problem notMade(String what, String why) {
        return Problem.of(Reason.CHECK_NOT_MADE, what, why);
    }

    /** The first of {@code names}, and how many there are if those are not all. */
    static String few(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(FEW, names.size())));
        return names.size() > FEW ? first + ", … (" + names.size() + ")" : first;
    }
}
