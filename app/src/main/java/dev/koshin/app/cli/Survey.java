package dev.koshin.app.cli;

import dev.koshin.app.Failure;
import dev.koshin.app.Installation;
import dev.koshin.app.view.Line;
import dev.koshin.inventory.Credential;
import dev.koshin.inventory.Gathered;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Planner;
import dev.koshin.plan.Verdict;
import dev.koshin.renew.Fleet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What was gathered about the credentials of one command, with a verdict on each. */
record Survey(Gathered gathered, List<Line> lines) {

    /** Gathers {@code chosen} and judges them; {@code force} also wants fresh tokens renewed. */
    static Survey of(List<Credential> chosen, Gathered gathered, boolean force) {
        List<Line> lines = chosen.stream()
                .map(credential -> line(credential, gathered.of(credential.name()), force))
                .toList();
        return new Survey(gathered, lines);
    }

    private static Line line(Credential credential, Observation seen, boolean force) {
        Verdict verdict = force
                ? Planner.judgeForced(seen, credential.policy(), seen.at())
                : Planner.judge(seen, credential.policy(), seen.at());
        return new Line(credential, seen, verdict);
    }

    /** The credentials called {@code names}, or all if there are none. */
    static List<Credential> choose(Installation installation, List<String> names) {
        Set<String> wanted = new HashSet<>(names);
        List<Credential> chosen = installation.credentials().stream()
                .filter(credential ->
                        names.isEmpty() || wanted.remove(credential.name().value()))
                .toList();
        if (!wanted.isEmpty()) {
            throw Failure.usage(wanted.stream()
                    .sorted()
                    .map(name -> new Failure.Located("", Problem.of(Reason.CREDENTIAL_UNKNOWN, name)))
                    .toList());
        }
        return chosen;
    }

    boolean any(Predicate<Verdict> verdict) {
        return lines.stream().map(Line::verdict).anyMatch(verdict);
    }

    /** What {@code --check} makes of it. */
    Exit check() {
        return any(verdict -> verdict.action() != Verdict.Action.LEAVE) ? Exit.DUE : Exit.OK;
    }

    List<Fleet.Member> members(Predicate<Verdict> which) {
        return lines.stream()
                .filter(line -> which.test(line.verdict()))
                .map(line -> new Fleet.Member(line.credential(), line.seen()))
                .toList();
    }
}
