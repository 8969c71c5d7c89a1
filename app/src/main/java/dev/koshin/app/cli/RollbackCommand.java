package dev.koshin.app.cli;

import dev.koshin.app.view.Line;
import dev.koshin.app.view.RollbackView;
import dev.koshin.app.view.Screen;
import dev.koshin.app.wiring.Installation;
import dev.koshin.inventory.Credential;
import dev.koshin.journal.Trail;
import dev.koshin.model.TokenRef;
import dev.koshin.renew.Order;
import dev.koshin.renew.Order.Wish;
import dev.koshin.spi.Backup;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Puts an old token back. */
@Command(name = "rollback")
final class RollbackCommand implements Callable<Integer> {
    @ParentCommand
    private Koshin koshin = Koshin.NONE;

    @Parameters(paramLabel = "NAME", descriptionKey = "names")
    private String name = "";

    @Option(names = "--identity", paramLabel = "FILE", required = true)
    private Path identity = Path.of("");

    @Option(names = {"-y", "--yes"})
    private boolean yes;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--retire-now")
    private boolean retireNow;

    @Option(names = "--ignore-running")
    private boolean ignoreRunning;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Installation installation = koshin.installation(dryRun)) {
            return rollBack(installation).code();
        }
    }

    private Exit rollBack(Installation installation) {
        List<Credential> chosen = Survey.choose(installation, List.of(name));
        Survey survey = Survey.of(chosen, installation.look(chosen), false);
        Line line = survey.lines().getFirst();
        Optional<Trail> open = line.seen().open();
        Optional<Backup.Sealed> kept =
                installation.wayBack().open(line.credential().name(), open, identity);
        Screen screen = koshin.screen();
        if (dryRun || !screen.json() || !yes) {
            Screen plan = dryRun || !screen.json() ? screen : screen.aside();
            open.ifPresent(trail -> old(trail, kept).ifPresent(old -> RollbackView.print(plan, line, trail, old)));
        }
        if (dryRun) {
            return Exit.OK;
        }
        return koshin.confirmed(spec, yes, "ask.rollback")
                ? new Work(installation, screen).rollBack(survey, new Order(wishes()), kept)
                : Work.refused(screen);
    }

    private static Optional<TokenRef> old(Trail trail, Optional<Backup.Sealed> kept) {
        return kept.map(value -> new TokenRef(value.token(), value.secret().fingerprint()))
                .or(trail::back);
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
