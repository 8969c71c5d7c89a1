package dev.koshin.app.config;

import dev.koshin.secret.Home;
import dev.koshin.secret.SecretSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads texts as if they were {@code koshin.yaml} in {@code folder}. */
record Read(Path folder) {
    static final Home HOME = new Home(Path.of("/home/somebody"));
    static final SecretSources SOURCES = new SecretSources(Map.of(), HOME);

    /** The least that can be read. */
    static final String MINIMAL = """
            version: 1
            gitlab:
              url: https://gitlab.example
              admin: { env: ADMIN }
            """;

    ConfigResult of(String text) {
        try {
            return of(Files.writeString(folder.resolve("koshin.yaml"), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ConfigResult of(Path file) {
        return new ConfigReader(SOURCES, HOME).read(file);
    }

    Config loaded(String text) {
        return switch (of(text)) {
            case ConfigResult.Loaded(Config config) -> config;
            case ConfigResult.Rejected(List<ConfigProblem> problems) ->
                throw new AssertionError("rejected: " + problems);
        };
    }

    /** Such as {@code 2:3 config-key-missing[gitlab.url]}. */
    List<String> problems(String text) {
        return shown(of(text));
    }

    static List<String> shown(ConfigResult result) {
        return switch (result) {
            case ConfigResult.Loaded _ -> List.of();
            case ConfigResult.Rejected(List<ConfigProblem> problems) ->
                problems.stream()
                        .map(found -> found.line() + ":" + found.column() + " " + found.problem())
                        .toList();
        };
    }
}
