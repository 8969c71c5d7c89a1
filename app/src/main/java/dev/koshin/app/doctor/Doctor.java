package dev.koshin.app.doctor;

import dev.koshin.app.config.Config;
import dev.koshin.app.view.Check;
import dev.koshin.app.view.Forecast;
import dev.koshin.app.view.Screen;
import dev.koshin.app.wiring.Wiring;
import dev.koshin.parallel.Together;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks everything that a renewal needs, each for itself, so that one run shows all that is missing. */
public final class Doctor {
    private final Screen screen;

    public Doctor(Screen screen) {
        this.screen = screen;
    }

    /** What was found: what breaks first, and all checks. */
    public record Diagnosis(Forecast forecast, List<Check> checks) {
        public Diagnosis {
            checks = List.copyOf(checks);
        }

        /** Whether a check ended so. */
        public boolean any(Check.Result result) {
            return checks.stream().anyMatch(check -> check.result() == result);
        }
    }

    /** Looks at the installation of this configuration, and changes nothing but a journal that is missing. */
    public Diagnosis examine(Optional<Path> given) {
        Path file = Wiring.file(given);
        Config config = Wiring.read(file);
        List<Check> first = new ArrayList<>();
        first.add(Check.ok(Keys.CONFIG, file.toString()));
        // before the others, one of which reads the journal
        first.addAll(new JournalChecks(screen, config).examine());
        try (Facts facts = new Facts(config, screen)) {
            Once<Forecast> forecast = new Once<>(() -> new FirstToBreak(facts, file).look());
            List<Check> others = Together.map(subjects(facts, forecast), Subject::examine).stream()
                    .flatMap(List::stream)
                    .toList();
            return new Diagnosis(
                    forecast.get(),
                    Stream.of(List.of(FirstToBreak.check(forecast.get(), screen)), first, others)
                            .flatMap(List::stream)
                            .toList());
        }
    }

    private static List<Subject> subjects(Facts facts, Once<Forecast> forecast) {
        return List.of(
                new GitLabChecks(facts),
                new ExastroGitLab(facts),
                new IssuerChecks(facts),
                new DatabaseChecks(facts),
                new PlaceChecks(facts),
                new ContainerChecks(facts),
                new EnvFileChecks(facts, System.getenv()),
                new FirewallCheck(facts, FirewallCheck.UFW),
                new SecretFiles(facts),
                new ChartChecks(facts),
                () -> {
                    Forecast _ = forecast.get();
                    return List.of();
                });
    }
}
