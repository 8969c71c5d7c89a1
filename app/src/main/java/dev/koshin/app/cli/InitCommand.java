package dev.koshin.app.cli;

import dev.koshin.app.view.InitView;
import dev.koshin.app.view.Proposal;
import dev.koshin.app.view.Screen;
import dev.koshin.app.wiring.Proposing;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes one file, and changes nothing else anywhere. */
@Command(name = "init")
final class InitCommand implements Callable<Integer> {
    @ParentCommand
    private Koshin koshin = Koshin.NONE;

    @SuppressWarnings("UnusedVariable") // there is only one; a second must be named
    @Parameters(paramLabel = "exastro", descriptionKey = "preset")
    private Preset preset = Preset.exastro;

    @Option(names = "--compose", paramLabel = "DIR")
    private @Nullable Path compose;

    @Option(names = "--kubernetes", paramLabel = "NAMESPACE")
    private @Nullable String namespace;

    @Option(names = "--values", paramLabel = "FILE")
    private @Nullable Path values;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--force")
    private boolean force;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What can be looked for. */
    enum Preset {
        exastro
    }

    @Override
    public Integer call() {
        if (compose != null && namespace != null) {
            throw koshin.misused(spec, "init.which");
        }
        Screen screen = koshin.screen();
        Proposal proposal = new Proposing(screen.messages())
                .look(
                        koshin.config(),
                        Optional.ofNullable(compose),
                        Optional.ofNullable(namespace),
                        Optional.ofNullable(values));
        if (dryRun) {
            InitView.printed(screen, proposal);
            return Exit.OK.code();
        }
        return write(screen, proposal).code();
    }

    private Exit write(Screen screen, Proposal proposal) {
        boolean replace = force || (Proposing.isThere(proposal) && confirmed(screen, proposal));
        Proposing.write(proposal, replace);
        InitView.written(screen, proposal);
        return Exit.OK;
    }

    /** Nobody who can be asked is a no, and so is any answer but yes. */
    private static boolean confirmed(Screen screen, Proposal proposal) {
        return Terminal.asksYes(screen, screen.messages().text("init.overwrite", proposal.file()))
                .orElse(false);
    }
}
