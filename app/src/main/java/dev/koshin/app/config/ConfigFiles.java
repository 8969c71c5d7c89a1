package dev.koshin.app.config;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.secret.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds {@code koshin.yaml}. */
public final class ConfigFiles {
    /** The variable that names the file. */
    public static final String VARIABLE = "KOSHIN_CONFIG";

    private static final String NAME = "koshin.yaml";
    private static final Path OF_THE_SYSTEM = Path.of("/etc/koshin");

    private ConfigFiles() {}

    /** Where the configuration is. */
    public sealed interface Search {
        /** Read this one; whether a file that was named exists is only seen then. */
        record Found(Path file) implements Search {}

        /** No file was named, and none is at the usual places. */
        record Nowhere(ConfigProblem problem) implements Search {}
    }

    /**
     * The file that {@code given} names, else the one that {@link #VARIABLE} names, else the first that exists of
     * {@code koshin.yaml} in the working directory, in {@code ~/.config/koshin} and in {@code /etc/koshin}.
     */
    public static Search find(Optional<Path> given, Map<String, String> environment, Path workingDirectory, Path home) {
        return find(given, environment, workingDirectory, new Home(home), OF_THE_SYSTEM);
    }

    static Search find(
            Optional<Path> given, Map<String, String> environment, Path workingDirectory, Home home, Path system) {
        return given.or(() -> named(environment))
                .<Search>map(file -> new Search.Found(workingDirectory.resolve(home.expand(file))))
                .orElseGet(() -> usual(List.of(
                        workingDirectory.resolve(NAME),
                        home.directory().resolve(".config", "koshin", NAME),
                        system.resolve(NAME))));
    }

    private static Optional<Path> named(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    private static Search usual(List<Path> places) {
        return places.stream()
                .filter(Files::exists)
                .<Search>map(Search.Found::new)
                .findFirst()
                .orElseGet(() -> new Search.Nowhere(missing(places)));
    }

    private static ConfigProblem missing(List<Path> places) {
        String all = places.stream().map(Path::toString).collect(Collectors.joining(", "));
        return new ConfigProblem(Problem.of(Reason.CONFIG_MISSING, all), places.getFirst(), 0, 0);
    }
}
