package dev.koshin.app.cli;

import dev.koshin.app.completion.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {
    @ParentCommand
    private Koshin koshin = Koshin.NONE;

    @Parameters(paramLabel = "bash|zsh|fish", descriptionKey = "shell")
    private Shell shell = Shell.bash;

    @Override
    public Integer call() {
        koshin.screen()
                .line(shell.script(CommandLines.model(koshin.screen().messages()))
                        .stripTrailing());
        return Exit.OK.code();
    }
}
