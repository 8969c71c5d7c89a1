package dev.koshin.app.cli;

import dev.koshin.app.Installation;
import dev.koshin.app.Wiring;
import dev.koshin.app.view.PlanView;
import dev.koshin.app.view.RenewView;
import dev.koshin.app.view.Screen;
import dev.koshin.inventory.Credential;
import dev.koshin.plan.Verdict;
import dev.koshin.renew.Fleet;
import dev.koshin.renew.Order;
import dev.koshin.renew.Order.Wish;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "renew")
final class RenewCommand implements Callable<Integer> {
    @ParentCommand
    private Koshin koshin = Koshin.NONE;

    @Parameters(paramLabel = "NAME")
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

    @Option(names = "--max-failures", paramLabel = "N", defaultValue = "3")
    private int maxFailures = 3;

    @Override
    public Integer call() {
        if (all != names.isEmpty()) {
            koshin.screen().note(koshin.screen().messages().text("ask.which"));
            return Exit.USAGE.code();
        }
        try (Installation installation = dryRun ? Wiring.reading(koshin.config()) : Wiring.writing(koshin.config())) {
            return renew(installation).code();
        }
    }

    private Exit renew(Installation installation) {
        Screen screen = koshin.screen();
        List<Credential> chosen = Survey.choose(installation, names);
        Survey survey = Survey.of(chosen, installation.inventory().gather(chosen), force);
        List<Fleet.Member> members = survey.members(this::wanted);
        if (!screen.json() || dryRun) {
            PlanView.print(screen, survey.lines());
        }
        if (dryRun) {
            return Exit.OK;
        }
        if (members.isEmpty()) {
            return nothing(screen, survey);
        }
        return confirmed(screen).orElseGet(() -> work(installation, screen, survey, members));
    }

    private Exit nothing(Screen screen, Survey survey) {
        if (screen.json()) {
            RenewView.print(screen, Map.of(), Map.of());
        }
        return survey.any(verdict -> verdict.action() == Verdict.Action.DECIDE) ? Exit.PARKED : Exit.OK;
    }

    private Exit work(Installation installation, Screen screen, Survey survey, List<Fleet.Member> members) {
        installation.memory().remember(survey.gathered().learned());
        Exit exit = new Work(installation, screen).run(survey.gathered(), members, new Order(wishes()), maxFailures);
        boolean undecided = survey.any(verdict -> verdict.action() == Verdict.Action.DECIDE && !wanted(verdict));
        return exit == Exit.OK && undecided ? Exit.PARKED : exit;
    }

    /** What to do: what the plan says, and what it leaves to a person who has decided now. */
    private boolean wanted(Verdict verdict) {
        return switch (verdict.action()) {
            case RENEW, RETIRE -> true;
            case LEAVE -> retireNow && verdict.why() == Verdict.Why.GRACE;
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

    /** Empty if the work may begin. */
    private Optional<Exit> confirmed(Screen screen) {
        if (yes) {
            return Optional.empty();
        }
        Optional<Boolean> answer = Terminal.asksYes(screen, screen.messages().text("ask.renew"));
        if (answer.isEmpty()) {
            screen.note(screen.messages().text("ask.no-terminal"));
            return Optional.of(Exit.USAGE);
        }
        if (answer.get()) {
            return Optional.empty();
        }
        screen.note(screen.messages().text("ask.no"));
        return Optional.of(Exit.OK);
    }
}
