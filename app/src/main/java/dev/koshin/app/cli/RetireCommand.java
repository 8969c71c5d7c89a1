package dev.koshin.app.cli;

import dev.koshin.app.view.Screen;
import dev.koshin.app.wiring.Installation;
import dev.koshin.app.wiring.Wiring;
import dev.koshin.inventory.Credential;
import dev.koshin.model.CredentialName;
import dev.koshin.plan.Verdict;
import dev.koshin.renew.Order;
import dev.koshin.renew.Order.Wish;
import dev.koshin.renew.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Revokes what was replaced, once its grace is over. Safe without a question: what it revokes is proven out of use. */
@Command(name = "retire")
final class RetireCommand implements Callable<Integer> {
    @ParentCommand
    private Koshin koshin = Koshin.NONE;

    @Parameters(paramLabel = "NAME", descriptionKey = "names")
    private List<String> names = List.of();

    @Option(names = "--retire-now")
    private boolean retireNow;

    @Option(names = "--ignore-running")
    private boolean ignoreRunning;

    @Option(names = "--max-failures", paramLabel = "N", defaultValue = "3", converter = AtLeastOne.class)
    private int maxFailures = 3;

    @Override
    public Integer call() {
        try (Installation installation = Wiring.writing(koshin.config(), new Onlooker(koshin.screen()))) {
            List<Credential> chosen = Survey.choose(installation, names);
            Survey seen = Survey.of(chosen, installation.gather(chosen), false);
            Survey survey = retireNow ? seen.retiringNow() : seen;
            showLastUses(survey);
            showEndOfWaysBack(survey, survey.waysBack(installation));
            return new Work(installation, koshin.screen())
                    .run(
                            survey,
                            survey.members(verdict -> verdict.action() == Verdict.Action.RETIRE),
                            new Order(wishes()),
                            maxFailures,
                            others(survey))
                    .code();
        }
    }

    private void showLastUses(Survey survey) {
        Screen screen = koshin.screen();
        if (!screen.json()) {
            survey.lines().stream()
                    .filter(line -> line.verdict().action() == Verdict.Action.RETIRE)
                    .flatMap(line -> line.lastUses(screen).stream())
                    .forEach(screen::line);
        }
    }

    private void showEndOfWaysBack(Survey survey, Set<CredentialName> waysBack) {
        Screen screen = koshin.screen();
        if (!screen.json()) {
            survey.lines().stream()
                    .filter(line -> line.verdict().action() == Verdict.Action.RETIRE)
                    .map(line -> line.credential().name())
                    .filter(waysBack::contains)
                    .forEach(name -> screen.line(screen.messages().text("retire.way-back", name)));
        }
    }

    /** What cannot be retired before somebody sees to it; and what was named, but is not ready. */
    private Map<CredentialName, Outcome> others(Survey survey) {
        Map<CredentialName, Outcome> others =
                survey.stopped(line -> line.seen().open().isPresent());
        if (!names.isEmpty()) {
            survey.lines().stream()
                    .filter(line -> line.verdict().action() != Verdict.Action.RETIRE)
                    .forEach(line ->
                            others.putIfAbsent(line.credential().name(), new Outcome.NotNeeded(line.verdict())));
        }
        return others;
    }

    private Set<Wish> wishes() {
        Set<Wish> wishes = EnumSet.noneOf(Wish.class);
        if (retireNow) {
            wishes.add(Wish.RETIRE_NOW);
        }
        if (ignoreRunning) {
            wishes.add(Wish.IGNORE_USES);
        }
        return wishes;
    }
}
