package dev.koshin.app.doctor;

import dev.koshin.app.config.RootConfig;
import dev.koshin.app.view.Check;
import dev.koshin.exastro.RootToken;
import dev.koshin.file.Text;
import dev.koshin.file.TextFile;
import dev.koshin.file.env.EnvStatement;
import dev.koshin.file.env.EnvText;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of a compose project: whether everybody who reads them reads the same. */
final class EnvFileChecks implements Subject {
    private static final int LARGEST_BYTES = 4 << 20;

    /** In the order in which compose looks for them. */
    private static final List<String> COMPOSE_FILES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");

    private final Facts facts;
    private final Map<String, String> environment;

    EnvFileChecks(Facts facts, Map<String, String> environment) {
        this.facts = facts;
        this.environment = environment;
    }

    @Override
    public List<Check> examine() {
        return facts.compose().map(this::examine).orElseGet(List::of);
    }

    private List<Check> examine(RootConfig.Compose compose) {
        List<Check> checks = new ArrayList<>(
                switch (facts.settings()) {
                    case Effect.Done<EnvText>(EnvText settings) -> settings(settings);
                    case Effect.Refused<EnvText>(Problem problem) ->
                        Judgement.unseen(problem, Keys.ENV_FILE, Keys.ENVIRONMENT);
                    case Effect.Unclear<EnvText>(Problem problem) ->
                        Judgement.unseen(problem, Keys.ENV_FILE, Keys.ENVIRONMENT);
                });
        checks.add(composeFile(compose.directory()));
        return checks;
    }

    private List<Check> settings(EnvText settings) {
        String file = facts.envFile().toString();
        return List.of(
                Judgement.well(
                        Keys.ENV_FILE,
                        facts.text("doctor.env", settings.statements().size()),
                        readings(file, settings)),
                Judgement.well(
                        Keys.ENVIRONMENT, facts.text("doctor.environment"), beating(file, settings, environment)));
    }

    /** What compose and sh read differently, and what is told twice. Values are not named. */
    static List<Problem> readings(String file, EnvText settings) {
        List<Problem> problems = new ArrayList<>();
        List<String> flaws = settings.flaws();
        if (!flaws.isEmpty()) {
            problems.add(Problem.of(Reason.ENV_FILE_READ_DIFFERENTLY, file, Judgement.few(flaws)));
        }
        List<String> repeated = List.copyOf(settings.repeated());
        if (!repeated.isEmpty()) {
            problems.add(Problem.of(Reason.ENV_FILE_REPEATS, file, Judgement.few(repeated)));
        }
        return problems;
    }

    /** What an operator's own compose command would read from the environment instead. */
    static List<Problem> beating(String file, EnvText settings, Map<String, String> environment) {
        List<String> names = environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("GITLAB_"))
                .filter(variable -> settings.last(variable.getKey())
                        .map(EnvStatement::value)
                        .filter(value -> !value.equals(variable.getValue()))
                        .isPresent())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return names.isEmpty()
                ? List.of()
                : List.of(Problem.of(Reason.ENVIRONMENT_BEATS_ENV_FILE, file, String.join(", ", names)));
    }

    private Check composeFile(Path directory) {
        Optional<Path> file = COMPOSE_FILES.stream()
                .map(directory::resolve)
                .filter(Files::exists)
                .findFirst();
        if (file.isEmpty()) {
            return Check.unseen(
                    Keys.COMPOSE_FILE,
                    Judgement.notMade(directory.toString(), "there is no " + COMPOSE_FILES.getLast()));
        }
        return switch (TextFile.read(file.get(), LARGEST_BYTES)) {
            case Text.Read(String text) ->
                Judgement.well(
                        Keys.COMPOSE_FILE,
                        facts.text("doctor.compose", file.get(), RootToken.KEY),
                        names(file.get().toString(), text));
            case Text.Unreadable(String why) ->
                Check.unseen(Keys.COMPOSE_FILE, Judgement.notMade(file.get().toString(), why));
        };
    }

    /** Whether the services get the token under the name that Koshin writes. */
    static List<Problem> names(String file, String text) {
        return Stream.of(RootToken.READER, "${" + RootToken.KEY).allMatch(text::contains)
                        || text.contains("$" + RootToken.KEY)
                ? List.of()
                : List.of(Problem.of(Reason.COMPOSE_FILE_OTHER_NAMES, file, RootToken.KEY));
    }
}
