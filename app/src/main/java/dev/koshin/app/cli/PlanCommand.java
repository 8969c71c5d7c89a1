package dev.koshin.app.cli;

import dev.koshin.app.view.PlanView;
import dev.koshin.app.wiring.Installation;
import dev.koshin.app.wiring.Wiring;
import dev.koshin.inventory.Credential;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "plan")
final class PlanCommand implements Callable<Integer> {
    @ParentCommand
    private Koshin koshin = Koshin.NONE;

    @Parameters(paramLabel = "NAME", descriptionKey = "names")
    private List<String> names = List.of();

    @Option(names = "--check")
    private boolean check;

    @Option(names = "--force")
    private boolean force;

    /** Unlike status, it writes nothing at all: not even what it learned about values that it had not met before. */
    @Override
    public Integer call() {
        try (Installation installation = Wiring.reading(koshin.config())) {
            List<Credential> chosen = Survey.choose(installation, names);
            Survey survey = Survey.of(chosen, installation.look(chosen), force);
            PlanView.print(koshin.screen(), survey.lines());
            return survey.looked(check).code();
        }
    }
}
