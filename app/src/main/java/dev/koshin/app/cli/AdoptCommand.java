package dev.koshin.app.cli;

import dev.koshin.app.view.AdoptView;
import dev.koshin.app.view.Line;
import dev.koshin.app.view.Screen;
import dev.koshin.app.wiring.Installation;
import dev.koshin.inventory.Credential;
import dev.koshin.model.CredentialName;
import dev.koshin.renew.Outcome;
import dev.koshin.renew.Renewals;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Takes over what was made by hand. Changes nothing but the journal. */
@Command(name = "adopt")
final class AdoptCommand implements Callable<Integer> {
    @ParentCommand
    private Koshin koshin = Koshin.NONE;

    @Parameters(paramLabel = "NAME", descriptionKey = "names", arity = "1..*")
    private List<String> names = List.of();

    @Option(names = {"-y", "--yes"})
    private boolean yes;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Installation installation = koshin.installation(dryRun)) {
            return adopt(installation).code();
        }
    }

    private Exit adopt(Installation installation) {
        Screen screen = koshin.screen();
        List<Credential> chosen = Survey.choose(installation, names);
        Survey survey = Survey.of(chosen, installation.look(chosen), false);
        if (dryRun || !screen.json() || !yes) {
            AdoptView.plan(dryRun ? screen : screen.aside(), survey.lines());
        }
        if (dryRun) {
            return Exit.OK;
        }
        if (!koshin.confirmed(spec, yes, "ask.adopt")) {
            screen.note(screen.messages().text("ask.no"));
            return Exit.OK;
        }
        installation.memory().remember(survey.gathered().learned());
        Map<CredentialName, Outcome> outcomes = outcomes(installation, survey.lines());
        AdoptView.print(screen, outcomes);
        return Work.exit(outcomes);
    }

    private static Map<CredentialName, Outcome> outcomes(Installation installation, List<Line> lines) {
        Renewals renewals = new Renewals(installation.tools());
        Map<CredentialName, Outcome> outcomes = new TreeMap<>();
        lines.forEach(line -> outcomes.put(line.credential().name(), renewals.adopt(line.credential(), line.seen())));
        return outcomes;
    }
}
