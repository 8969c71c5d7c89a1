package dev.koshin.app.cli;

import dev.koshin.app.demo.Demo;
import dev.koshin.app.demo.Readers;
import dev.koshin.app.demo.WarmUp;
import dev.koshin.app.view.PlanView;
import dev.koshin.app.view.Screen;
import dev.koshin.app.view.StatusView;
import dev.koshin.app.wiring.Installation;
import dev.koshin.app.wiring.Operator;
import dev.koshin.app.wiring.Wiring;
import dev.koshin.plan.Seen;
import dev.koshin.plan.Verdict;
import dev.koshin.renew.Order;
import java.io.IOException;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private static final Duration A_BIT_MORE_THAN_THE_GRACE = Duration.ofMillis(1100);
    private static final int MAX_FAILURES = 1;

    @ParentCommand
    private Koshin koshin = Koshin.NONE;

    @Option(names = "--warm-up", hidden = true)
    private boolean warmUp;

    @Override
    public Integer call() throws IOException, SQLException, ReflectiveOperationException, URISyntaxException {
        if (warmUp) {
            WarmUp.loadDriver();
        }
        Screen screen = koshin.screen();
        Instant start = Instant.now();
        say(screen, screen.messages().text("demo.title"));
        try (Demo demo = Demo.start()) {
            return run(screen, demo, start).code();
        }
    }

    private Exit run(Screen screen, Demo demo, Instant start) {
        Survey before;
        Survey after;
        Exit exit;
        Readers readers = demo.read();
        try (readers;
                Installation installation = Wiring.writing(Optional.of(demo.configuration()), Operator.nobody())) {
            before = survey(installation);
            show(screen, before, installation);
            exit = renew(screen, installation, before);
            after = survey(installation);
        }
        if (warmUp) {
            look(screen, demo);
        }
        return end(screen, new Summary(before, after, readers), exit, Duration.between(start, Instant.now()));
    }

    /** As {@code status} does, which is what operators start most often. */
    private void look(Screen screen, Demo demo) {
        try (Installation installation = Wiring.reading(Optional.of(demo.configuration()))) {
            show(screen, survey(installation), installation);
        }
    }

    private static Survey survey(Installation installation) {
        return Survey.of(installation.credentials(), installation.gather(installation.credentials()), false);
    }

    private void show(Screen screen, Survey before, Installation installation) {
        if (!screen.json()) {
            screen.line("\n" + screen.messages().text("demo.before"));
            StatusView.print(screen, before.lines(), installation.skipped());
            screen.line("");
            PlanView.print(screen, before.lines());
            screen.line("");
        }
    }

    /** Renews, waits until the grace is over, retires: what an operator does in two days, in a second. */
    private static Exit renew(Screen screen, Installation installation, Survey before) {
        Work work = new Work(installation, screen.quietIfJson());
        Exit renewed = work.run(before, before.members(DemoCommand::due), Order.BY_PLAN, MAX_FAILURES);
        if (renewed != Exit.OK) {
            return renewed;
        }
        installation.tools().pauses().pause(A_BIT_MORE_THAN_THE_GRACE);
        Survey proven = survey(installation);
        return work.run(proven, proven.members(DemoCommand::due), Order.BY_PLAN, MAX_FAILURES);
    }

    private static boolean due(Verdict verdict) {
        return verdict.action() == Verdict.Action.RENEW || verdict.action() == Verdict.Action.RETIRE;
    }

    private Exit end(Screen screen, Summary summary, Exit exit, Duration time) {
        if (screen.json()) {
            screen.json(summary.json());
        } else {
            screen.line("\n" + screen.messages().text("demo.after"));
            StatusView.print(screen, summary.after.lines(), Map.of());
            screen.line("");
            screen.line(screen.messages().text("demo.readers", summary.readers.calls(), summary.readers.refused()));
            screen.line(screen.messages().text("demo.expired"));
            screen.line(screen.messages()
                    .text("demo.done", "%.1f".formatted(time.toMillis() / 1000.0), summary.renewed(), summary.lost()));
        }
        boolean well = exit == Exit.OK && summary.lost() == 0 && summary.readers.refused() == 0;
        return well ? Exit.OK : Exit.FAILED;
    }

    private void say(Screen screen, String text) {
        if (!screen.json() && !warmUp) {
            screen.line(text);
        }
    }

    /** What the demo measured. */
    private record Summary(Survey before, Survey after, Readers readers) {
        /** Credentials whose every place holds a live token that was not there before. */
        long renewed() {
            return after.lines().stream()
                    .filter(line -> alive(line.seen().seen()))
                    .filter(line -> before.lines().stream()
                            .noneMatch(old -> prints(old.seen().seen())
                                    .equals(prints(line.seen().seen()))))
                    .count();
        }

        /** Credentials with a place that holds no live token. */
        long lost() {
            return after.lines().stream()
                    .filter(line -> !alive(line.seen().seen()))
                    .count();
        }

        private static boolean alive(List<Seen> seen) {
            return seen.stream().allMatch(one -> one.finding() instanceof Seen.Live);
        }

        private static List<Optional<dev.koshin.model.Fingerprint>> prints(List<Seen> seen) {
            return seen.stream().map(Seen::print).toList();
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("renewed", renewed());
            json.put("lost", lost());
            json.put("refusedCalls", readers.refused());
            json.put("consumerCalls", readers.calls());
            json.putAll(StatusView.json(after.lines(), Map.of()));
            return json;
        }
    }
}
