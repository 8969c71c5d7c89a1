package dev.koshin.app.cli;

import dev.koshin.app.Failure;
import dev.koshin.app.Wiring;
import dev.koshin.app.view.HistoryView;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Needs the journal alone: neither GitLab nor a target is asked. */
@Command(name = "history")
final class HistoryCommand implements Callable<Integer> {
    @ParentCommand
    private Koshin koshin = Koshin.NONE;

    @Parameters(paramLabel = "NAME")
    private List<String> names = List.of();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "100")
    private int limit = 100;

    @Override
    public Integer call() {
        HistoryView.print(
                koshin.screen(),
                Wiring.history(
                        koshin.config(),
                        names.stream().map(HistoryCommand::name).collect(Collectors.toSet()),
                        limit));
        return Exit.OK.code();
    }

    private static CredentialName name(String text) {
        try {
            return new CredentialName(text);
        } catch (IllegalArgumentException _) {
            throw Failure.usage(List.of(new Failure.Located("", Problem.of(Reason.CREDENTIAL_UNKNOWN, text))));
        }
    }
}
