package dev.koshin.app.cli;

import dev.koshin.app.view.Drifts;
import dev.koshin.app.view.StatusView;
import dev.koshin.app.wiring.Installation;
import dev.koshin.app.wiring.Wiring;
import dev.koshin.inventory.Credential;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
    @ParentCommand
    private Koshin koshin = Koshin.NONE;

    @Parameters(paramLabel = "NAME", descriptionKey = "names")
    private List<String> names = List.of();

    @Option(names = "--check")
    private boolean check;

    @Override
    public Integer call() {
        try (Installation installation = Wiring.reading(koshin.config())) {
            List<Credential> chosen = Survey.choose(installation, names);
            Survey survey = Survey.of(chosen, installation.gather(chosen), false);
            StatusView.print(
                    koshin.screen(),
                    drifts(installation, survey),
                    installation.skipped(),
                    survey.waysBack(installation));
            return survey.looked(check).code();
        }
    }

    /** What is there no more is told by a look at all. */
    private Drifts drifts(Installation installation, Survey survey) {
        return Drifts.of(
                survey.lines(),
                names.isEmpty() ? installation.gone(survey.gathered()) : Map.of(),
                installation.server().seen(),
                survey.gathered().at());
    }
}
