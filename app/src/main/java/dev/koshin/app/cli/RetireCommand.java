package dev.koshin.app.cli;

import dev.koshin.app.Installation;
import dev.koshin.app.Wiring;
import dev.koshin.app.view.RenewView;
import dev.koshin.inventory.Credential;
import dev.koshin.plan.Verdict;
import dev.koshin.renew.Fleet;
import dev.koshin.renew.Order;
import dev.koshin.renew.Order.Wish;
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

    @Parameters(paramLabel = "NAME")
    private List<String> names = List.of();

    @Option(names = "--retire-now")
    private boolean retireNow;

    @Option(names = "--ignore-running")
    private boolean ignoreRunning;

    @Option(names = "--max-failures", paramLabel = "N", defaultValue = "3")
    private int maxFailures = 3;

    @Override
    public Integer call() {
        try (Installation installation = Wiring.writing(koshin.config())) {
            List<Credential> chosen = Survey.choose(installation, names);
            Survey survey = Survey.of(chosen, installation.gather(chosen), false);
            List<Fleet.Member> members = survey.members(this::ready);
            if (members.isEmpty()) {
                RenewView.print(koshin.screen(), Map.of(), Map.of());
                return Exit.OK.code();
            }
            return new Work(installation, koshin.screen())
                    .run(survey.gathered(), members, new Order(wishes()), maxFailures)
                    .code();
        }
    }

    private boolean ready(Verdict verdict) {
        return verdict.action() == Verdict.Action.RETIRE || (retireNow && verdict.why() == Verdict.Why.GRACE);
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
