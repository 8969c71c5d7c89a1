package dev.koshin.app.cli;

import dev.koshin.app.wiring.Installation;
import dev.koshin.app.wiring.Wiring;
import dev.koshin.inventory.Credential;
import dev.koshin.renew.Order;
import dev.koshin.renew.Order.Wish;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "resume")
final class ResumeCommand implements Callable<Integer> {
    @ParentCommand
    private Koshin koshin = Koshin.NONE;

    @Parameters(paramLabel = "NAME", descriptionKey = "names", arity = "1..*")
    private List<String> names = List.of();

    @Option(names = "--replace")
    private boolean replace;

    @Override
    public Integer call() {
        try (Installation installation = Wiring.writing(koshin.config(), new Onlooker(koshin.screen()))) {
            List<Credential> chosen = Survey.choose(installation, names);
            Survey survey = Survey.of(chosen, installation.gather(chosen), false);
            Order order = new Order(replace ? EnumSet.of(Wish.RESUME, Wish.REPLACE) : EnumSet.of(Wish.RESUME));
            return new Work(installation, koshin.screen())
                    .run(survey, survey.members(_ -> true), order, chosen.size())
                    .code();
        }
    }
}
