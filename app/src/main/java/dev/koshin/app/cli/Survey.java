package dev.koshin.app.cli;

import dev.koshin.app.view.Line;
import dev.koshin.app.view.Located;
import dev.koshin.app.wiring.Failure;
import dev.koshin.app.wiring.Installation;
import dev.koshin.inventory.Credential;
import dev.koshin.inventory.Gathered;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Planner;
import dev.koshin.plan.Verdict;
import dev.koshin.renew.Fleet;
import dev.koshin.renew.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
        installation.unseen().filter(_ -> names.isEmpty() || !wanted.isEmpty()).ifPresent(problem -> {
            throw Failure.of(problem);
        });
        if (!wanted.isEmpty()) {
            throw Failure.usage(wanted.stream()
                    .sorted()
                    .map(name -> new Located("", Problem.of(Reason.CREDENTIAL_UNKNOWN, name)))
                    .toList());
        }
        return chosen;
    }

    /** These, wanting to retire what is still in its grace. */
    Survey retiringNow() {
        return new Survey(gathered, lines.stream().map(Survey::retiringNow).toList());
    }

    private static Line retiringNow(Line line) {
        Verdict verdict = line.verdict();
        return verdict.why() == Verdict.Why.GRACE
                ? new Line(
                        line.credential(),
                        line.seen(),
                        new Verdict(Verdict.Action.RETIRE, verdict.why(), verdict.from(), verdict.problem()))
                : line;
    }

    /** How those end that nothing is begun for, as a person has to see to them first. */
    Map<CredentialName, Outcome> stopped(Predicate<Line> which) {
        Map<CredentialName, Outcome> stopped = new TreeMap<>();
        lines.stream()
                .filter(line -> line.verdict().action() == Verdict.Action.DECIDE && which.test(line))
                .forEach(line -> line.verdict()
                        .problem()
                        .ifPresent(problem -> stopped.put(
                                line.credential().name(),
                                line.verdict().why() == Verdict.Why.UNREADABLE
                                        ? new Outcome.Failed(problem)
                                        : new Outcome.Parked(problem))));
        return stopped;
    }

    /** The credentials whose old token can be put back. */
    Set<CredentialName> waysBack(Installation installation) {
        return lines.stream()
                .filter(line -> installation
                        .wayBack()
                        .leads(line.credential().name(), line.seen().open()))
                .map(line -> line.credential().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean any(Predicate<Verdict> verdict) {
        return lines.stream().map(Line::verdict).anyMatch(verdict);
    }

    /** How a command ends that only looks: it failed if it could not see all; with {@code --check} it tells work. */
    Exit looked(boolean check) {
        if (any(verdict -> verdict.why() == Verdict.Why.UNREADABLE)) {
            return Exit.FAILED;
        }
        return check && any(verdict -> verdict.action() != Verdict.Action.LEAVE) ? Exit.DUE : Exit.OK;
    }

    List<Fleet.Member> members(Predicate<Verdict> which) {
        return lines.stream()
                .filter(line -> which.test(line.verdict()))
                .map(line -> new Fleet.Member(line.credential(), line.seen()))
                .toList();
    }
}
