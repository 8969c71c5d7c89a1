package dev.koshin.app.cli;

import dev.koshin.app.view.PlanView;
import dev.koshin.app.view.Screen;
import dev.koshin.app.wiring.Installation;
import dev.koshin.inventory.Credential;
import dev.koshin.model.CredentialName;
import dev.koshin.plan.Verdict;
import dev.koshin.renew.Fleet;
import dev.koshin.renew.Order;
import dev.koshin.renew.Order.Wish;
import dev.koshin.renew.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "renew")
final class RenewCommand implements Callable<Integer> {
    @ParentCommand
    private Koshin koshin = Koshin.NONE;

    @Parameters(paramLabel = "NAME", descriptionKey = "names")
    private List<String> names = List.of();

    @Option(names = "--all")
    private boolean all;

    @Option(names = {"-y", "--yes"})
    private boolean yes;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--force")
    private boolean force;

    @Option(names = "--replace")
    private boolean replace;

    @Option(names = "--retire-now")
    private boolean retireNow;

    @Option(names = "--max-failures", paramLabel = "N", defaultValue = "3", converter = AtLeastOne.class)
    private int maxFailures = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (all != names.isEmpty()) {
            throw koshin.misused(spec, "ask.which");
        }
        try (Installation installation = koshin.installation(dryRun)) {
            return renew(installation).code();
        }
    }

    private Exit renew(Installation installation) {
        Screen screen = koshin.screen();
        List<Credential> chosen = Survey.choose(installation, names);
        Survey seen = Survey.of(chosen, installation.look(chosen), force);
        Survey survey = retireNow ? seen.retiringNow() : seen;
        List<Fleet.Member> members = survey.members(this::wanted);
        if (dryRun) {
            PlanView.print(screen, survey.lines());
            return Exit.OK;
        }
        if (!screen.json() || !yes) {
            PlanView.print(screen.json() ? screen.aside() : screen, survey.lines());
        }
        return members.isEmpty() || koshin.confirmed(spec, yes, "ask.renew")
                ? work(installation, screen, survey, members)
                : Work.refused(screen);
    }

    private Exit work(Installation installation, Screen screen, Survey survey, List<Fleet.Member> members) {
        Map<CredentialName, Outcome> stopped = survey.stopped(line -> !wanted(line.verdict()));
        if (members.isEmpty() && stopped.isEmpty() && !screen.json()) {
            return Exit.OK;
        }
        installation.memory().remember(survey.gathered().learned());
        return new Work(installation, screen).run(survey, members, new Order(wishes()), maxFailures, stopped);
    }

    /** What to do: what the plan says, and what it leaves to a person who has decided now. */
    private boolean wanted(Verdict verdict) {
        return switch (verdict.action()) {
            case RENEW, RETIRE -> true;
            case LEAVE -> replace && verdict.why() == Verdict.Why.MADE_BY_HAND;
            case DECIDE -> verdict.why() == Verdict.Why.PARKED || verdict.why() == Verdict.Why.UNREADABLE || replace;
        };
    }

    private Set<Wish> wishes() {
        Set<Wish> wishes = EnumSet.noneOf(Wish.class);
        if (force) {
            wishes.add(Wish.FORCE);
        }
        if (replace) {
            wishes.add(Wish.REPLACE);
        }
        if (retireNow) {
            wishes.add(Wish.RETIRE_NOW);
        }
        return wishes;
    }
}
